package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.cart.ConsumptionTax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Splits a charge into lots. The sums of the whole are those of {@link Proceeds} and of the policy,
 * as they were told; each part of the sale gets its share of them: its own tax, fee and carrier by
 * its price, its own costs as far as the sale pays for them, and what it earned.
 */
final class Split {

    /** Tax within a price rarely is a whole yen, so it is weighed in thousandths. */
    private static final long MILLI = 1_000;

    private final List<Portion> portions;
    private final Proceeds proceeds;
    private final AllocationPolicy policy;

    private Split(List<Portion> portions, Proceeds proceeds, AllocationPolicy policy) {
        this.portions = portions;
        this.proceeds = proceeds;
        this.policy = policy;
    }

    /**
     * The lots, which add up to the charge.
     *
     * @param takings of which {@code proceeds} are
     * @param lines all goods of {@code takings}, in the order of their positions
     */
    static Lots lots(
            Takings takings, List<SoldLine> lines, Proceeds proceeds, AllocationPolicy policy) {
        Split split = new Split(Portion.all(takings, lines), proceeds, policy);
        List<Lot> lots = new ArrayList<>(split.sale());
        lots.addAll(split.gift());
        return new Lots(lots.stream().filter(lot -> lot.yen() > 0).toList());
    }

    private List<Lot> sale() {
        long[] price = each(Portion::yen);
        long[] tax = Apportionment.of(each(Portion::taxWeight), proceeds.tax().yen());
        long[] fee = Apportionment.of(minus(price, tax), proceeds.saleFee().yen());
        long[] carrier = carrier(minus(minus(price, tax), fee));
        long[] left = minus(minus(minus(price, tax), fee), carrier);
        long[] profit = profit(left);
        long[] costs = minus(left, profit);
        Cells cells = new Cells(policy.ofProfit(), proceeds.profit());
        return IntStream.range(0, portions.size())
                .mapToObj(
                        i -> {
                            Part part = portions.get(i).part();
                            List<Lot> lots = new ArrayList<>();
                            lots.add(fixed(part, LotKind.SALE_FEE, fee[i]));
                            lots.add(fixed(part, LotKind.TAX, tax[i]));
                            lots.add(fixed(part, LotKind.SHIPPING, carrier[i]));
                            lots.add(fixed(part, LotKind.COSTS, costs[i]));
                            lots.addAll(cells.next(part, LotKind.PROFIT, profit[i]));
                            return lots;
                        })
                .flatMap(List::stream)
                .toList();
    }

    private List<Lot> gift() {
        List<Lot> lots = new ArrayList<>();
        lots.add(fixed(Part.GIFT, LotKind.GIFT_FEE, proceeds.giftFee().yen()));
        Money gift = proceeds.gift();
        lots.addAll(new Cells(policy.ofGift(), gift).next(Part.GIFT, LotKind.GIFT, gift.yen()));
        return lots;
    }

    /** What is charged for shipping pays the carrier first, then all goods alike. */
    private long[] carrier(long[] left) {
        long due = proceeds.shipping().yen();
        long[] shipping = only(left, portion -> portion.part().equals(Part.SHIPPING));
        long[] first = Apportionment.of(shipping, Math.min(due, sum(shipping)));
        return plus(first, Apportionment.of(minus(left, shipping), due - sum(first)));
    }

    /**
     * What each part earned. Where one earned less than it cost, the others pay for it; where the
     * whole earned some yen more than its parts, because it rounds only once, they share them.
     */
    private long[] profit(long[] left) {
        long due = proceeds.profit().yen();
        long[] own = new long[left.length];
        Arrays.setAll(own, i -> Math.max(0, left[i] - portions.get(i).costs()));
        long[] profit = Apportionment.of(own, Math.min(due, sum(own)));
        return plus(profit, Apportionment.of(minus(left, profit), due - sum(profit)));
    }

    private long[] each(ToLongFunction<Portion> what) {
        return portions.stream().mapToLong(what).toArray();
    }

    private long[] only(long[] yen, Predicate<Portion> which) {
        return IntStream.range(0, yen.length)
                .mapToLong(i -> which.test(portions.get(i)) ? yen[i] : 0)
                .toArray();
    }

    private static long[] plus(long[] one, long[] other) {
        return IntStream.range(0, one.length).mapToLong(i -> one[i] + other[i]).toArray();
    }

    private static long[] minus(long[] one, long[] other) {
        return IntStream.range(0, one.length).mapToLong(i -> one[i] - other[i]).toArray();
    }

    private static long sum(long[] yen) {
        return LongStream.of(yen).sum();
    }

    private static Lot fixed(Part part, LotKind kind, long yen) {
        return new Lot(part, kind, kind.fund(), yen);
    }

    /**
     * A part of the sale.
     *
     * @param taxWeight the tax within the price, in thousandths of a yen
     * @param costs yen; more than the price where nobody knows them, so that it earns nothing
     */
    private record Portion(Part part, long yen, long taxWeight, long costs) {

        static List<Portion> all(Takings takings, List<SoldLine> lines) {
            List<Portion> all = new ArrayList<>();
            lines.forEach(line -> all.add(of(Part.line(all.size()), line)));
            long shipping = takings.shippingCharged().yen();
            int percent = ConsumptionTax.SHIPPING_PERCENT;
            if (all.stream().mapToLong(Portion::yen).sum() != takings.goods().yen()) {
                throw new IllegalArgumentException("The lines are not the goods");
            }
            all.add(new Portion(Part.SHIPPING, shipping, weight(shipping, percent), 0));
            return all;
        }

        private static Portion of(Part part, SoldLine line) {
            long yen = line.total().yen();
            long costs = line.costSheet() == null ? Long.MAX_VALUE : line.costs().yen();
            return new Portion(part, yen, weight(yen, line.taxPercent()), costs);
        }

        private static long weight(long yen, int percent) {
            return Math.multiplyExact(yen, percent * MILLI) / (100 + percent);
        }
    }

    /**
     * The shares of the funds in a sum that several parts make up. A fund gets exactly what the
     * policy gives it of the whole sum, so that parts can't change what was promised.
     */
    private static final class Cells {

        private final List<Fund> funds;
        private final long[] shares;
        private long before;

        Cells(Shares policy, Money sum) {
            Map<Fund, Money> split = policy.split(sum);
            this.funds = split.keySet().stream().sorted().toList();
            this.shares =
                    funds.stream()
                            .mapToLong(fund -> split.getOrDefault(fund, Money.ZERO).yen())
                            .toArray();
        }

        List<Lot> next(Part part, LotKind kind, long yen) {
            long[] had = Apportionment.of(shares, before);
            before += yen;
            long[] has = Apportionment.of(shares, before);
            return IntStream.range(0, shares.length)
                    .mapToObj(i -> new Lot(part, kind, funds.get(i), has[i] - had[i]))
                    .toList();
        }
    }
}
