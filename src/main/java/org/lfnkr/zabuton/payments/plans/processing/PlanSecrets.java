package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.hosted.SealedParameters;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSecret;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

/**
 * What Stripe tells of a plan that names the payer: the card, and the pages of overdue charges,
 * which show name and address to whoever opens them.
 */
@Component
class PlanSecrets {

    private final Vault vault;
    private final SealedParameters parameters;
    private final JsonMapper json = JsonMapper.builder().build();

    PlanSecrets(Vault vault, SealedParameters parameters) {
        this.vault = vault;
        this.parameters = parameters;
    }

    /** Nothing is kept of a payer who was erased. */
    Mono<Void> seal(Plan plan, PlanSecret secret) {
        return parameters
                .reveal(plan)
                .flatMap(
                        known ->
                                vault.seal(
                                        plan.payer(),
                                        place(plan.id()),
                                        json.writeValueAsString(secret)));
    }

    /** Empty when the payer was erased, or nothing is known yet. */
    Mono<PlanSecret> reveal(SubjectId payer, PlanId id) {
        return vault.reveal(payer, place(id)).map(text -> json.readValue(text, PlanSecret.class));
    }

    private static String place(PlanId id) {
        return "plan-secret/" + id;
    }
}
