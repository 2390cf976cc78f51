package org.lfnkr.zabuton.reporting;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.YearMonth;
import java.util.List;

/**
 * A disbursement as everybody sees it: for the whole operation and by month. Who was paid, where,
 * and in what currency stays at the desk.
 *
 * @param number by which people call it
 * @param back what of it has come back
 * @param paid whether a row of the bank says so; until then it is approved
 * @param outcome the name of what was to be bought; null where it is none
 * @param unitKey the kind of its units; null with it
 * @param planned units; 0 where there is no outcome
 * @param bought units that were bought for good; null where no purchase is told yet
 * @param boughtIn the month of it; null with it
 * @param arrived units
 * @param missing units that were bought and will not arrive
 * @param differences why, each once
 */
record ToldDisbursement(
        long number,
        Fund fund,
        Bilingual fundName,
        String purpose,
        Money yen,
        Money back,
        YearMonth month,
        boolean paid,
        @Nullable Bilingual outcome,
        @Nullable String unitKey,
        long planned,
        @Nullable Long bought,
        @Nullable YearMonth boughtIn,
        long arrived,
        long missing,
        List<Difference> differences) {

    ToldDisbursement {
        differences = List.copyOf(differences);
    }

    /**
     * What did not come as it was bought.
     *
     * @param reason a code
     * @param units that failed
     * @param instead the code of what came in their stead; null where nothing did
     * @param came how much of it, in units of the same kind
     */
    record Difference(String reason, long units, @Nullable String instead, @Nullable Long came) {}

    public String name(Language language) {
        return MonthName.of(month, language);
    }

    /** Names messages. */
    public String state() {
        return paid ? "paid" : "approved";
    }

    public String boughtName(Language language) {
        return boughtIn == null ? "" : MonthName.of(boughtIn, language);
    }

    /** What was spent for good. */
    public Money kept() {
        return yen.minus(back);
    }

    /** Units that are on their way. */
    public long awaited() {
        return bought == null ? 0 : bought - arrived - missing;
    }
}
