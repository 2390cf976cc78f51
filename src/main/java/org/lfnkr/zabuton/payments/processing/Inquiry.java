package org.lfnkr.zabuton.payments.processing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.function.Function;

/** Asks Stripe about a payment, outside of any transaction, and has the answer recorded. */
@Component
public class Inquiry {

    private final PaymentStore payments;
    private final PaymentProvider stripe;
    private final Progress progress;

    Inquiry(PaymentStore payments, PaymentProvider stripe, Progress progress) {
        this.payments = payments;
        this.stripe = stripe;
        this.progress = progress;
    }

    Mono<Outcome> ask(PaymentId id) {
        return payments.find(id).flatMap(this::ask).defaultIfEmpty(Outcome.FOREIGN);
    }

    private Mono<Outcome> ask(Payment payment) {
        if (payment.session() != null) {
            return askAbout(payment.session(), progress::apply);
        }
        if (payment.isMadeByInvoice() && payment.intent() != null) {
            return askLater(payment.intent(), later -> progress.applyLater(payment.id(), later));
        }
        return payment.triedAt() == null ? progress.applyAbsence(payment.id()) : lookFor(payment);
    }

    /** Asks about money that is held, which may be on another page than the one on record. */
    Mono<Outcome> askHeld(PaymentId id, @Nullable String session, @Nullable String intent) {
        if (session != null) {
            return askAbout(session, progress::apply);
        }
        return intent == null ? ask(id) : askLater(intent, later -> progress.applyLater(id, later));
    }

    /**
     * Asks what became of the money of a payment that an invoice made.
     *
     * @param record records the facts; a caller may add to the same transaction
     */
    public Mono<Outcome> askLater(String intent, Function<Facts.Later, Mono<Outcome>> record) {
        return stripe.later(intent)
                .flatMap(
                        answer ->
                                answer instanceof Answer.Known<Facts.Later>(Facts.Later later)
                                        ? record.apply(later)
                                        : Mono.just(Outcome.UNREACHABLE));
    }

    /** The answer to its creation never reached us. */
    private Mono<Outcome> lookFor(Payment payment) {
        return stripe.sessionFor(payment.id(), payment.requestedAt())
                .flatMap(answer -> found(payment, answer));
    }

    private Mono<Outcome> found(Payment payment, Answer<Optional<String>> answer) {
        return answer instanceof Answer.Known<Optional<String>>(Optional<String> session)
                ? session.map(id -> askAbout(id, progress::apply))
                        .orElseGet(() -> progress.applyAbsence(payment.id()))
                : Mono.just(Outcome.UNREACHABLE);
    }

    /**
     * @param record records the facts; a caller may add to the same transaction
     */
    public Mono<Outcome> askAbout(String session, Function<Facts, Mono<Outcome>> record) {
        return stripe.facts(session)
                .flatMap(
                        answer ->
                                recordIfKnown(answer, record)
                                        .flatMap(outcome -> afterwards(session, answer, outcome)));
    }

    private static Mono<Outcome> recordIfKnown(
            Answer<Optional<Facts>> answer, Function<Facts, Mono<Outcome>> record) {
        return switch (answer) {
            case Answer.Known<Optional<Facts>>(Optional<Facts> facts) ->
                    facts.map(record).orElse(Mono.just(Outcome.FOREIGN));
            case Answer.Refused<Optional<Facts>> gone when gone.isAbsence() ->
                    Mono.just(Outcome.FOREIGN);
            default -> Mono.just(Outcome.UNREACHABLE);
        };
    }

    private Mono<Outcome> afterwards(
            String session, Answer<Optional<Facts>> answer, Outcome outcome) {
        return switch (outcome) {
            case TO_EXPIRE -> expire(session);
            case TO_CANCEL -> cancel(session, answer);
            default -> Mono.just(outcome);
        };
    }

    /**
     * Whatever comes of it is asked: a code that is being paid at this moment can't be cancelled.
     */
    private Mono<Outcome> cancel(String session, Answer<Optional<Facts>> answer) {
        return Mono.justOrEmpty(intent(answer))
                .flatMap(stripe::cancel)
                .then(stripe.facts(session))
                .flatMap(facts -> recordIfKnown(facts, progress::apply));
    }

    private static Optional<String> intent(Answer<Optional<Facts>> answer) {
        return answer instanceof Answer.Known<Optional<Facts>>(Optional<Facts> facts)
                ? facts.map(Facts::intent).map(Facts.Intent::id)
                : Optional.empty();
    }

    /**
     * Ends an open session. One that has completed meanwhile can't be ended: it is paid or being
     * paid, and is recorded as such.
     */
    Mono<Outcome> expire(String session) {
        return stripe.expire(session).flatMap(answer -> expired(session, answer));
    }

    private Mono<Outcome> expired(String session, Answer<Facts> answer) {
        return switch (answer) {
            case Answer.Known<Facts>(Facts facts) -> progress.apply(facts);
            case Answer.Refused<Facts> notOpen ->
                    stripe.facts(session).flatMap(facts -> completed(session, facts));
            default -> Mono.just(Outcome.UNREACHABLE);
        };
    }

    private Mono<Outcome> completed(String session, Answer<Optional<Facts>> answer) {
        return recordIfKnown(answer, progress::apply)
                .flatMap(
                        outcome ->
                                outcome == Outcome.TO_CANCEL
                                        ? cancel(session, answer)
                                        : Mono.just(outcome));
    }
}
