package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A month of a fund as a report shows it.
 *
 * @param out by purpose
 * @param waits whether something of it, or of a month before, stands in a later one
 */
record Shown(
        YearMonth month,
        Money opening,
        Money in,
        Map<String, Money> out,
        Money back,
        Money borne,
        Money moved,
        boolean waits) {

    Shown {
        out = Map.copyOf(out);
    }

    /** For staff: to the yen, whosever it is. */
    static List<Shown> asTheyAre(List<Month> months) {
        List<Shown> shown = new ArrayList<>();
        Money opening = Money.ZERO;
        for (Month it : months) {
            Shown month =
                    new Shown(
                            it.month(),
                            opening,
                            it.in().yen(),
                            spent(it),
                            it.back().yen(),
                            it.borne().yen(),
                            it.moved(),
                            false);
            shown.add(month);
            opening = month.closing();
        }
        return List.copyOf(shown);
    }

    private static Map<String, Money> spent(Month month) {
        Map<String, Money> spent = new HashMap<>(month.out());
        if (!month.fees().yen().isZero()) {
            spent.put(Month.FEES, month.fees().yen());
        }
        return spent;
    }

    public String name(Language language) {
        return MonthName.of(month, language);
    }

    /** All that was spent. */
    public Money spent() {
        return out.values().stream().reduce(Money.ZERO, Money::plus);
    }

    public Money of(String purpose) {
        return out.getOrDefault(purpose, Money.ZERO);
    }

    public Money closing() {
        return opening.plus(in).plus(moved).minus(back).minus(borne).minus(spent());
    }
}
