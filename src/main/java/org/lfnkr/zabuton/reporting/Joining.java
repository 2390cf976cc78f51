package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Money;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes of a fund's months what everybody may see: a sum of fewer than {@link Givers#LEAST} joins
 * the next month's, and so does what would take the fund below zero while the gifts that cover it
 * still wait. Every yen stands in one month or waits; what a month shows never changes by a later
 * one.
 */
final class Joining {

    private final boolean overdraws;
    private final List<Shown> shown = new ArrayList<>();
    private Money balance = Money.ZERO;
    private Cell in = Cell.NOTHING;
    private Cell back = Cell.NOTHING;
    private Cell borne = Cell.NOTHING;
    private Cell fees = Cell.NOTHING;
    private Money moved = Money.ZERO;
    private final Map<String, Money> out = new HashMap<>();

    private Joining(boolean overdraws) {
        this.overdraws = overdraws;
    }

    /**
     * @param months one after the other, without a gap
     * @param overdraws whether the fund may be below zero
     */
    static List<Shown> of(List<Month> months, boolean overdraws) {
        Joining joining = new Joining(overdraws);
        months.forEach(joining::add);
        return List.copyOf(joining.shown);
    }

    private void add(Month month) {
        in = in.and(month.in());
        back = back.and(month.back());
        borne = borne.and(month.borne());
        fees = fees.and(month.fees());
        moved = moved.plus(month.moved());
        month.out().forEach((purpose, yen) -> out.merge(purpose, yen, Money::plus));
        show(month.month());
    }

    private void show(YearMonth month) {
        Money opening = balance;
        Money came = in.canBeShown() ? in.yen() : Money.ZERO;
        in = in.canBeShown() ? Cell.NOTHING : in;
        balance = balance.plus(came);
        Money over = isCovered(moved.times(-1)) ? moved : Money.ZERO;
        balance = balance.plus(over);
        moved = moved.minus(over);
        Money went = taken(back);
        back = went.isZero() ? back : Cell.NOTHING;
        Money bore = taken(borne);
        borne = bore.isZero() ? borne : Cell.NOTHING;
        Money cost = taken(fees);
        fees = cost.isZero() ? fees : Cell.NOTHING;
        Map<String, Money> spent = spent(cost);
        shown.add(new Shown(month, opening, came, spent, went, bore, over, waits()));
    }

    private Money taken(Cell cell) {
        Money yen = cell.canBeShown() && isCovered(cell.yen()) ? cell.yen() : Money.ZERO;
        balance = balance.minus(yen);
        return yen;
    }

    private Map<String, Money> spent(Money cost) {
        Map<String, Money> spent = new HashMap<>();
        Money all = out.values().stream().reduce(Money.ZERO, Money::plus);
        if (isCovered(all)) {
            spent.putAll(out);
            balance = balance.minus(all);
            out.clear();
        }
        if (!cost.isZero()) {
            spent.put(Month.FEES, cost);
        }
        return spent;
    }

    private boolean isCovered(Money taken) {
        return overdraws || !taken.isPositive() || !balance.minus(taken).isNegative();
    }

    private boolean waits() {
        return !(in.yen().isZero()
                && back.yen().isZero()
                && borne.yen().isZero()
                && fees.yen().isZero()
                && moved.isZero()
                && out.values().stream().allMatch(Money::isZero));
    }
}
