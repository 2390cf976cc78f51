package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate;
import org.lfnkr.zabuton.banking.Candidate.Ground;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Suggests disbursements for rows of the bank's statement, in words. */
@Component
class RowWords {

    /** What is suggested has been paid, called off, or has arrived meanwhile. */
    static final String GONE = "disbursements.row.gone";

    /** It is neither the sum nor the sum with the fee that was stated. */
    static final String OTHER_SUM = "disbursements.row.other-sum";

    /** How many days a bank may be late or early. */
    private static final int NEAR = 3;

    private final Messages messages;

    RowWords(Messages messages) {
        this.messages = messages;
    }

    Candidate paying(BankRow row, Disbursement it) {
        return candidate(row, it, new RowReference(it.id(), 0), "paying", it.plan().payOn());
    }

    Candidate returning(BankRow row, Disbursement it, Return back) {
        LocalDate decided = BusinessDate.of(back.decidedAt());
        return candidate(row, it, new RowReference(it.id(), back.no()), "returning", decided);
    }

    private Candidate candidate(
            BankRow row, Disbursement it, RowReference reference, String key, LocalDate day) {
        boolean near = Math.abs(ChronoUnit.DAYS.between(day, row.day())) <= NEAR;
        return new Candidate(
                reference.toString(),
                new Bilingual(text(it, key, Language.EN), text(it, key, Language.JA)),
                DisbursementsController.PATH + "/" + it.id(),
                row.yen(),
                day,
                near ? Ground.SUM_AND_DAY : Ground.SUM);
    }

    private String text(Disbursement it, String key, Language language) {
        Money yen = it.plan().yen();
        return messages.text(
                "disbursements.row." + key,
                language,
                it.number(),
                it.fundName().in(language),
                yen.inFigures());
    }
}
