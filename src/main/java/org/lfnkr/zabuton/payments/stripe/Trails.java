package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.plans.processing.PlanStore;
import org.lfnkr.zabuton.payments.processing.PaymentStore;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.function.Function;

/** Finds out what a notice is about: in our own rows where it is known, by asking Stripe else. */
@Component
class Trails {

    private final PaymentStore payments;
    private final PlanStore plans;
    private final StripeCalls stripe;
    private final PlanTrails planTrails;

    Trails(PaymentStore payments, PlanStore plans, StripeCalls stripe, PlanTrails planTrails) {
        this.payments = payments;
        this.plans = plans;
        this.stripe = stripe;
        this.planTrails = planTrails;
    }

    /** Known to be nothing where the object is not of our making. */
    Mono<Answer<Optional<Trail>>> of(Notice notice) {
        String id = notice.objectId();
        return switch (notice.about()) {
            case SESSION -> ofSession(id);
            case REFUND -> stripe.intentOfRefund(id).flatMap(this::ofIntent);
            case DISPUTE -> stripe.intentOfDispute(id).flatMap(this::ofIntent);
            case CHARGE -> stripe.intentOfCharge(id).flatMap(this::ofIntent);
            case INVOICE -> ofPlan(id, planTrails::ofInvoice);
            case SUBSCRIPTION -> ofPlan(id, planTrails::ofSubscription);
        };
    }

    private Mono<Answer<Optional<Trail>>> ofSession(String session) {
        return plans.findBy(session)
                .<Trail>map(plan -> new Trail.OfPlan(plan, null))
                .defaultIfEmpty(new Trail.OfSession(session))
                .map(Trails::found);
    }

    /** Where a page is not of a payment, it may be of a plan that does not know it yet. */
    Mono<Answer<Optional<Trail>>> ofForeign(String session) {
        return planTrails.ofSession(session).map(answer -> mapped(answer, plan -> plan));
    }

    private Mono<Answer<Optional<Trail>>> ofPlan(
            String id, Function<String, Mono<Answer<Optional<Trail.OfPlan>>>> ask) {
        return plans.findBy(id)
                .map(plan -> found(new Trail.OfPlan(plan, null)))
                .switchIfEmpty(
                        Mono.defer(
                                () -> ask.apply(id).map(answer -> mapped(answer, plan -> plan))));
    }

    private Mono<Answer<Optional<Trail>>> ofIntent(Answer<Optional<String>> answer) {
        return answer instanceof Answer.Known<Optional<String>>(Optional<String> intent)
                ? intent.map(this::ofIntent).orElseGet(() -> Mono.just(nothing()))
                : Mono.just(mapped(answer, unused -> Optional.empty()));
    }

    private Mono<Answer<Optional<Trail>>> ofIntent(String intent) {
        return payments.findByIntent(intent)
                .map(payment -> found(known(payment, intent)))
                .switchIfEmpty(Mono.defer(() -> ofUnknown(intent)));
    }

    private static Trail known(Payment payment, String intent) {
        return payment.session() == null
                ? new Trail.OfPayment(payment.id(), intent)
                : new Trail.OfSession(payment.session());
    }

    private Mono<Answer<Optional<Trail>>> ofUnknown(String intent) {
        return stripe.sessionOf(intent)
                .flatMap(
                        answer ->
                                answer instanceof Answer.Known<Optional<String>>(var session)
                                                && session.isEmpty()
                                        ? ofInvoice(intent)
                                        : Mono.just(mapped(answer, Trails::toSession)));
    }

    private static Optional<Trail> toSession(Optional<String> session) {
        return session.map(Trail.OfSession::new);
    }

    private Mono<Answer<Optional<Trail>>> ofInvoice(String intent) {
        return planTrails
                .ofIntent(intent)
                .map(answer -> mapped(answer, plan -> plan.map(its -> coming(its, intent))));
    }

    private static Trail coming(Trail.OfPlan plan, String intent) {
        return new Trail.OfComing(plan, intent);
    }

    private static Answer<Optional<Trail>> found(Trail trail) {
        return new Answer.Known<>(Optional.of(trail));
    }

    private static Answer<Optional<Trail>> nothing() {
        return new Answer.Known<>(Optional.empty());
    }

    private static <T> Answer<Optional<Trail>> mapped(
            Answer<T> answer, Function<T, Optional<? extends Trail>> map) {
        return switch (answer) {
            case Answer.Known<T>(T value) -> new Answer.Known<>(map.apply(value).map(t -> t));
            case Answer.Refused<T>(String code) -> new Answer.Refused<>(code);
            case Answer.Mismatched<T> mismatch -> new Answer.Mismatched<>();
            case Answer.NotNow<T> busy -> new Answer.NotNow<>();
            case Answer.Unknown<T>(boolean finished) -> new Answer.Unknown<>(finished);
        };
    }
}
