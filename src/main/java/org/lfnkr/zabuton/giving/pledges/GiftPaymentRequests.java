package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentLine;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.plans.PlanRequest;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.List;

/** Turns a pledge into what its payment or its plan asks for. */
@Component
public class GiftPaymentRequests {

    private final PledgeLinks links;
    private final Messages messages;

    GiftPaymentRequests(PledgeLinks links, Messages messages) {
        this.links = links;
        this.messages = messages;
    }

    PaymentRequest once(PledgeDraft draft, SubjectId payer) {
        Language language = draft.wish().language();
        URI page = links.address(draft.reference(), language);
        return new PaymentRequest(
                draft.id().purpose(),
                lines(draft, language),
                draft.parts().total(),
                payer,
                draft.wish().email(),
                language,
                page,
                page,
                true);
    }

    public PlanRequest plan(GiftPlanId id, PledgeDraft draft, SubjectId payer) {
        Language language = draft.wish().language();
        URI page = links.address(draft.reference(), language);
        return new PlanRequest(
                id.purpose(),
                terms(draft.id(), draft.parts(), draft.wish().frequency()),
                messages.text("giving.line.plan", language),
                beside(draft, language),
                payer,
                draft.wish().email(),
                language,
                page,
                page);
    }

    /**
     * A plan has one line, so that its sum can be changed, and the line names no purpose, since
     * that can be changed as well: what is so now is said beside it.
     */
    private String beside(PledgeDraft draft, Language language) {
        GiftParts parts = draft.parts();
        String cause = messages.text("giving.cause." + draft.wish().cause().code(), language);
        return parts.isCovered()
                ? messages.text(
                        "giving.line.parts",
                        language,
                        parts.total().yen(),
                        parts.gift().yen(),
                        parts.cover().yen(),
                        cause)
                : messages.text("giving.line.for", language, cause);
    }

    /** What is charged under a pledge of a plan. */
    public static PlanTerms terms(PledgeId pledge, GiftParts parts, Frequency frequency) {
        Rhythm rhythm = frequency.rhythm();
        if (rhythm == null) {
            throw new IllegalArgumentException("Nothing repeats that is given once");
        }
        return new PlanTerms(pledge.purpose(), parts.total(), rhythm);
    }

    private List<PaymentLine> lines(PledgeDraft draft, Language language) {
        PaymentLine gift =
                line("giving.line." + draft.wish().cause().code(), language, draft.parts().gift());
        return draft.parts().isCovered()
                ? List.of(gift, line("giving.line.cover", language, draft.parts().cover()))
                : List.of(gift);
    }

    private PaymentLine line(String key, Language language, Money sum) {
        return new PaymentLine(messages.text(key, language), sum, 1, null);
    }
}
