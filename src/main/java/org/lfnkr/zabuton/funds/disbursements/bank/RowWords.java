package org.lfnkr.zabuton.funds.disbursements.bank;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate;
import org.lfnkr.zabuton.banking.Candidate.Ground;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
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

    /** It is more than the sum with what a bank may keep. */
    static final String OTHER_SUM = "disbursements.row.other-sum";

    /** It is less than the sum: finance says first that the rest stays in the fund. */
    static final String LESS = "disbursements.row.less";

    /** It is more than was announced, or so much less that no bank kept it. */
    static final String OTHER_RETURN = "disbursements.row.other-return";

    /**
     * The fund has spent since what the row brought, or was said to: two people say first that it
     * did not arrive.
     */
    static final String SPENT = "disbursements.row.spent";

    /** How many days a bank may be late or early. */
    private static final int NEAR = 3;

    private final Messages messages;

    RowWords(Messages messages) {
        this.messages = messages;
    }

    Candidate paying(BankRow row, Disbursement it) {
        Money fee = row.size().minus(it.kept());
        boolean signed = !fee.isNegative() && fee.compareTo(it.plan().fee()) <= 0;
        return new Offer(row, it, new RowReference(it.id(), 0), it.plan().payOn())
                .candidate(payingKey(signed, fee), it.kept(), fee, signed);
    }

    Candidate returning(BankRow row, Disbursement it, Return back) {
        LocalDate decided = BusinessDate.of(back.decidedAt());
        Money kept = back.yen().minus(row.size());
        return new Offer(row, it, new RowReference(it.id(), back.no()), decided)
                .candidate(
                        returningKey(back, kept),
                        back.yen(),
                        kept,
                        kept.isZero() && !back.isLost());
    }

    private static String returningKey(Return back, Money kept) {
        return (back.isLost() ? "lost" : "returning") + (kept.isZero() ? "" : "-less");
    }

    private static String payingKey(boolean signed, Money fee) {
        if (signed) {
            return "paying";
        }
        return fee.isNegative() ? "paying-less" : "paying-fee";
    }

    /** A row, and what it may be of. */
    private final class Offer {

        private final BankRow row;
        private final Disbursement it;
        private final RowReference reference;
        private final LocalDate day;

        Offer(BankRow row, Disbursement it, RowReference reference, LocalDate day) {
            this.row = row;
            this.it = it;
            this.reference = reference;
            this.day = day;
        }

        /** The difference stands in its words, and only the very sum speaks for the day. */
        Candidate candidate(String key, Money yen, Money apart, boolean same) {
            boolean near = Math.abs(ChronoUnit.DAYS.between(day, row.day())) <= NEAR;
            return new Candidate(
                    reference.toString(),
                    new Bilingual(
                            text(key, Language.EN, yen, apart), text(key, Language.JA, yen, apart)),
                    Disbursement.PATH + "/" + it.id(),
                    row.yen(),
                    day,
                    same && near ? Ground.SUM_AND_DAY : Ground.SUM);
        }

        private String text(String key, Language language, Money yen, Money apart) {
            return messages.text(
                    "disbursements.row." + key,
                    language,
                    it.number(),
                    it.fundName().in(language),
                    yen.inFigures(),
                    (apart.isNegative() ? Money.ZERO.minus(apart) : apart).inFigures());
        }
    }
}
