package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.hosted.SealedParameters;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.YearMonth;
import java.util.Map;

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

    /**
     * @param pages of overdue charges, by invoice
     */
    record Secret(
            @Nullable String brand,
            @Nullable String last4,
            @Nullable String expires,
            Map<String, String> pages) {

        static Secret of(@Nullable Card card, Map<String, String> pages) {
            return card == null
                    ? new Secret(null, null, null, pages)
                    : new Secret(card.brand(), card.last4(), card.expires().toString(), pages);
        }

        PlanView addTo(PlanView view) {
            return new PlanView(
                    view.id(),
                    view.purpose(),
                    view.terms(),
                    view.status(),
                    view.nextChargeAt(),
                    view.coming(),
                    view.paused(),
                    view.pausedUntil(),
                    view.stopsAt(),
                    view.wishPending(),
                    card(),
                    view.drafted(),
                    view.stopWished(),
                    view.addressRefused(),
                    view.overdue() == null ? null : withPage(view.overdue()));
        }

        private @Nullable Card card() {
            return brand == null || last4 == null || expires == null
                    ? null
                    : new Card(brand, last4, YearMonth.parse(expires));
        }

        private OverdueCharge withPage(OverdueCharge charge) {
            String page = pages.get(charge.invoice());
            return new OverdueCharge(
                    charge.invoice(),
                    charge.amount(),
                    page == null ? null : URI.create(page),
                    charge.nextAttemptAt(),
                    charge.attempts(),
                    charge.needsAction(),
                    charge.needsCard());
        }
    }

    /** Nothing is kept of a payer who was erased. */
    Mono<Void> seal(Plan plan, Secret secret) {
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
    Mono<Secret> reveal(SubjectId payer, PlanId id) {
        return vault.reveal(payer, place(id)).map(text -> json.readValue(text, Secret.class));
    }

    private static String place(PlanId id) {
        return "plan-secret/" + id;
    }
}
