package org.lfnkr.zabuton.payments.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Facts.SessionState;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is held of one page of Stripe's.
 *
 * @param amount what came, in the smallest unit of its currency; null while nothing did
 * @param line of Stripe's balance, where it is in yen of our own account
 */
public record HeldPage(
        PaymentId payment,
        HoldReason reason,
        String session,
        @Nullable String intent,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable String method,
        @Nullable String line) {

    /** Empty where nothing of it is held. */
    public static Optional<HeldPage> of(
            Payment payment, Facts facts, Decision decision, boolean live) {
        return reason(payment, facts.session(), decision)
                .map(reason -> of(payment, facts, reason, live));
    }

    private static Optional<HoldReason> reason(
            Payment payment, Facts.Session session, Decision decision) {
        return decision.steps().stream()
                .flatMap(HeldPage::said)
                .findFirst()
                .or(() -> again(payment, session));
    }

    private static Stream<HoldReason> said(Step step) {
        return switch (step) {
            case Step.Hold hold -> Stream.of(hold.reason());
            case Step.Report report -> Stream.of(report.reason());
            default -> Stream.empty();
        };
    }

    /** More is known of what was held before, or another page was paid beside it. */
    private static Optional<HoldReason> again(Payment payment, Facts.Session session) {
        boolean own = session.id().equals(payment.session());
        boolean done = session.state() == SessionState.COMPLETE;
        return switch (payment.status()) {
            case HELD -> done ? Optional.of(HoldReason.SECOND_SESSION) : Optional.empty();
            case SETTLED ->
                    done && !own && payment.session() != null
                            ? Optional.of(HoldReason.SECOND_SESSION)
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static HeldPage of(Payment payment, Facts facts, HoldReason reason, boolean live) {
        Facts.Session session = facts.session();
        Facts.Intent intent = facts.intent();
        Facts.Charge charge = intent == null ? null : intent.charge();
        Facts.Intent came = session.paid() ? intent : null;
        return new HeldPage(
                payment.id(),
                reason,
                session.id(),
                intent == null ? null : intent.id(),
                came == null ? null : Long.valueOf(came.received()),
                came == null ? null : came.currency(),
                charge == null ? null : charge.method(),
                session.live() == live && came != null ? line(charge) : null);
    }

    private static @Nullable String line(Facts.@Nullable Charge charge) {
        Facts.Movement movement = charge == null ? null : charge.movement();
        return movement != null && movement.currency().equals("jpy") ? movement.id() : null;
    }
}
