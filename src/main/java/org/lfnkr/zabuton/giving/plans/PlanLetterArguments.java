package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.pledges.Happening;
import org.lfnkr.zabuton.giving.pledges.PlanWords;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.plans.Card;
import org.lfnkr.zabuton.payments.plans.OverdueCharge;
import org.lfnkr.zabuton.web.Formats;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the sentences of a mail about a plan can mention: all get the same, and take their own. */
@Component
class PlanLetterArguments {

    /** For mails that tell of none. */
    static final Happening NO_CHANGE = new Happening(Happening.Kind.STARTED, null, Instant.EPOCH);

    private final Formats formats;
    private final PlanWords words;

    PlanLetterArguments(Formats formats, PlanWords words) {
        this.formats = formats;
        this.words = words;
    }

    /**
     * In the order of the numbers by which the sentences name them: the sum that is asked for, the
     * next charge, the end, the card, the next try, what was before a change and after it, and the
     * gift with its fee. Empty where there is none.
     */
    List<Object> of(GiftPlanView plan, Happening change) {
        Language language = plan.plan().language();
        OverdueCharge overdue = plan.payments().overdue();
        Card card = plan.payments().card();
        return List.of(
                formats.yen(overdue == null ? plan.pledge().parts().total() : overdue.amount()),
                day(plan.nextCharge(), language),
                day(plan.stopsOn(), language),
                card == null ? "" : card.last4(),
                overdue == null || overdue.nextAttemptAt() == null
                        ? ""
                        : formats.date(overdue.nextAttemptAt(), language),
                words.said(change, change.from(), language),
                words.said(change, change.to(), language),
                sum(plan.pledge().parts(), language));
    }

    /** The gift, and what is charged for it where the fee is paid on top. */
    private String sum(GiftParts parts, Language language) {
        String gift = formats.yen(parts.gift());
        return parts.isCovered() ? words.withFee(gift, formats.yen(parts.total()), language) : gift;
    }

    private String day(@Nullable LocalDate date, Language language) {
        return date == null ? "" : formats.date(date, language);
    }
}
