package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lots of a charge, each above zero, in the order of their kinds and funds.
 *
 * <p>Money that goes back takes from every lot alike, by a rule that sees only how much is gone in
 * all, never in how many steps. See infra/decisions/waterfall-and-refunds.md.
 */
record Lots(List<Lot> all) {

    Lots {
        all = List.copyOf(all);
        if (all.stream().anyMatch(lot -> lot.yen() <= 0)) {
            throw new IllegalArgumentException("A lot has something in it");
        }
    }

    /** Splits a charge; the lots add up to it. */
    static Lots of(Proceeds proceeds, AllocationPolicy policy) {
        Stream<Lot> fixed =
                Stream.of(
                        lot(LotKind.SALE_FEE, proceeds.saleFee()),
                        lot(LotKind.GIFT_FEE, proceeds.giftFee()),
                        lot(LotKind.TAX, proceeds.tax()),
                        lot(LotKind.SHIPPING, proceeds.shipping()),
                        lot(LotKind.COSTS, proceeds.costs()));
        Stream<Lot> shared =
                Stream.concat(
                        shared(LotKind.PROFIT, policy.ofProfit(), proceeds.profit()),
                        shared(LotKind.GIFT, policy.ofGift(), proceeds.gift()));
        return new Lots(Stream.concat(fixed, shared).filter(lot -> lot.yen() > 0).toList());
    }

    private static Lot lot(LotKind kind, Money money) {
        return new Lot(kind, kind.fund(), money.yen());
    }

    private static Stream<Lot> shared(LotKind kind, Shares shares, Money money) {
        Map<Fund, Money> split = shares.split(money);
        return Stream.of(Fund.values())
                .filter(split::containsKey)
                .map(fund -> new Lot(kind, fund, split.getOrDefault(fund, Money.ZERO).yen()));
    }

    long total() {
        return all.stream().mapToLong(Lot::yen).sum();
    }

    /**
     * How the lots change when what is gone of the charge goes from one sum to another, in yen.
     * Less than nothing or more than the charge can't be gone from lots.
     */
    List<Lot> change(long goneBefore, long goneAfter) {
        long[] before = taken(goneBefore);
        long[] after = taken(goneAfter);
        return IntStream.range(0, all.size())
                .filter(i -> before[i] != after[i])
                .mapToObj(i -> all.get(i).with(before[i] - after[i]))
                .toList();
    }

    /**
     * Shares out what is gone by Sainte-Laguë's method: each yen of a lot has a place in one queue,
     * and what is gone is the queue's head. So a lot never grows when more is taken, which rounding
     * to the nearest or by the largest remainder can't promise.
     */
    private long[] taken(long gone) {
        long[] lots = all.stream().mapToLong(Lot::yen).toArray();
        long total = total();
        long head = Math.clamp(gone, 0, total);
        long[] taken = Arrays.stream(lots).map(lot -> atLeast(lot, head, total)).toArray();
        for (long left = head - Arrays.stream(taken).sum(); left > 0; left--) {
            taken[next(lots, taken)]++;
        }
        return taken;
    }

    /** The method never strays from the exact share by as much as there are lots. */
    private long atLeast(long lot, long head, long total) {
        return Math.max(0, Math.multiplyExact(lot, head) / total - all.size());
    }

    private static int next(long[] lots, long[] taken) {
        int next = -1;
        for (int i = 0; i < lots.length; i++) {
            if (taken[i] < lots[i] && (next < 0 || stands(lots, taken, i, next))) {
                next = i;
            }
        }
        return next;
    }

    /** Whether the next yen of lot i stands before that of lot j: (2t + 1) / lot is less. */
    private static boolean stands(long[] lots, long[] taken, int i, int j) {
        return Math.multiplyExact(2 * taken[i] + 1, lots[j])
                < Math.multiplyExact(2 * taken[j] + 1, lots[i]);
    }
}
