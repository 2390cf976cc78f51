package org.lfnkr.zabuton.bookkeeping.board;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The board of some days beside the same days of the year before.
 *
 * @param funds what they are called, by their codes
 */
record BoardPage(
        Days days,
        Days daysBefore,
        Board now,
        Board before,
        Parents parents,
        Parents parentsBefore,
        Map<String, Bilingual> funds) {

    /** The bridge of the sales as a picture. */
    public Waterfall chart() {
        return Waterfall.of(Step.SALES, now, before);
    }

    /** What was kept of gifts as a picture: given once, again and again, and with orders. */
    public Columns giftChart() {
        return Columns.of(List.of("ONCE", "PLAN", "ORDER"), now::gifts, before::gifts);
    }

    public List<Step> sales() {
        return Step.SALES;
    }

    public List<Step> donations() {
        return Step.DONATIONS;
    }

    /** Why money came to lie in another fund, in the order of the columns. */
    public List<Shift.Why> whys() {
        return List.of(Shift.Why.values());
    }

    /** What is told of each product. */
    public List<Step> ofProducts() {
        return List.of(
                Step.SOLD, Step.REFUNDED, Step.TAX, Step.FEES, Step.GOODS_COSTS, Step.PROFITS);
    }

    /** What is told of each means of payment. */
    public List<Step> ofMeans() {
        return List.of(
                Step.SOLD, Step.REFUNDED, Step.FEES, Step.GIVEN, Step.GIVEN_BACK, Step.GIFT_FEES);
    }

    /** Funds that a last step brought anything, in one of the years. */
    public Set<String> fundsOf(Step step) {
        Set<String> codes = new TreeSet<>(now.funds(step).keySet());
        codes.addAll(before.funds(step).keySet());
        return codes;
    }

    public Money ofFund(Board board, Step step, String fund) {
        return board.funds(step).getOrDefault(fund, Money.ZERO);
    }

    /** By how many percent something has grown; null where there was nothing to compare with. */
    public @Nullable Long change(Money is, Money was) {
        return was.yen() == 0
                ? null
                : Math.floorDiv(
                        200 * (is.yen() - was.yen()) + Math.abs(was.yen()),
                        2 * Math.abs(was.yen()));
    }
}
