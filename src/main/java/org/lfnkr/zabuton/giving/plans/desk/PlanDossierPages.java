package org.lfnkr.zabuton.giving.plans.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditEntry;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.plans.PlanPurposes;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.reveals.Revealed;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Gathers what staff see of a plan: how it stands, what it has brought, and who has looked. */
@Component
class PlanDossierPages {

    private static final UUID LATEST = new UUID(0, 0);

    private final Giving giving;
    private final PlanPurposes purposes;
    private final GiftTerms terms;
    private final AuditTrail audit;
    private final Reveals reveals;
    private final Mail mail;

    PlanDossierPages(
            Giving giving,
            PlanPurposes purposes,
            GiftTerms terms,
            AuditTrail audit,
            Reveals reveals,
            Mail mail) {
        this.giving = giving;
        this.purposes = purposes;
        this.terms = terms;
        this.audit = audit;
        this.reveals = reveals;
        this.mail = mail;
    }

    /**
     * @param told key of what has just been done; null for nothing
     */
    Mono<Rendering> page(GiftPlanView plan, Form form, @Nullable String told, Colleague reader) {
        return Mono.zip(
                        giving.charges(plan.plan().id(), LATEST),
                        audit.about(List.of(plan.plan().id().value().toString())).collectList(),
                        reveals.of(plan.plan().matter(), reader),
                        purposes.offered(plan)
                                .map(
                                        to ->
                                                new Offer(
                                                        to,
                                                        to.agreement(
                                                                terms, plan.plan().language())))
                                .collectList(),
                        letters(plan))
                .map(
                        parts ->
                                page(plan, parts.getT1(), parts.getT2(), parts.getT3())
                                        .with("purposes", parts.getT4())
                                        .with("letters", parts.getT5())
                                        .with("form", form)
                                        .with("told", told)
                                        .rendering());
    }

    private Mono<List<SentLetter>> letters(GiftPlanView plan) {
        return giving.matters(plan.pledge()).flatMap(it -> mail.about(it).collectList());
    }

    /** What a plan can be for, and what its giver then agrees to, in their language. */
    record Offer(Destination to, String agreement) {}

    private static Page page(
            GiftPlanView plan, Slice<Charge> gifts, List<AuditEntry> acts, Revealed revealed) {
        return Page.of("giving/plan-desk")
                .with("plan", plan)
                .with("state", plan.state().code())
                .with("cause", Cause.of(plan.pledge().fund()).code())
                .with("gifts", gifts)
                .with("acts", acts)
                .with("revealed", revealed)
                .with("longest", GiftPlans.LONGEST_PAUSE);
    }
}
