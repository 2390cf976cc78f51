package org.lfnkr.zabuton.payments.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Facts.SessionState;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Decides what follows from what Stripe says. It moves forward only, so facts may come twice, late
 * and in any order, and a snapshot that has been overtaken does no harm.
 */
public final class Settlement {

    private static final String YEN = "jpy";

    private Settlement() {}

    /**
     * @param live whether real money is taken here
     */
    public static Decision decide(Recorded recorded, Facts facts, boolean live) {
        Payment payment = recorded.payment();
        if (payment.status() == PaymentStatus.HELD) {
            return HeldMoney.decide(recorded, facts, live);
        }
        if (payment.session() != null && !payment.session().equals(facts.session().id())) {
            return secondSession(recorded, facts, live);
        }
        if (payment.status() == PaymentStatus.SETTLED) {
            return afterwards(recorded, facts.later(), List.of());
        }
        Step hold = mismatch(payment, facts, live);
        return hold != null
                ? HeldMoney.decide(recorded, facts, live).after(hold)
                : advance(recorded, facts);
    }

    /** What follows for a payment of which only this is told, because an invoice made it. */
    public static Decision decideLater(Recorded recorded, Facts.Later later) {
        return switch (recorded.payment().status()) {
            case SETTLED -> afterwards(recorded, later, List.of());
            case HELD -> heldLater(recorded, later);
            default -> Decision.nothing();
        };
    }

    /** Nothing is held of money that never was in our balance. */
    private static Decision heldLater(Recorded recorded, Facts.Later later) {
        return recorded.movements().isEmpty()
                ? Decision.nothing()
                : new Decision(HeldMoney.later(recorded, later), true);
    }

    /** What follows when Stripe is known to have nothing of this payment. */
    public static Decision decideAbsence(Recorded recorded, Instant now) {
        Payment payment = recorded.payment();
        boolean nothingElseCanCome =
                payment.isPastItsPage(now) || (payment.cancelAsked() && payment.triedAt() == null);
        return payment.status() == PaymentStatus.REQUESTED
                        && payment.session() == null
                        && nothingElseCanCome
                ? Decision.of(new Step.End(unpaidEnd(payment)))
                : Decision.nothing();
    }

    private static Decision secondSession(Recorded recorded, Facts facts, boolean live) {
        Facts.Session session = facts.session();
        if (session.state() != SessionState.COMPLETE) {
            return Decision.nothing();
        }
        Decision held = HeldMoney.decide(recorded, facts, live);
        PaymentStatus status = recorded.payment().status();
        if (!status.isFinal() || status.isUnpaidEnd()) {
            return held.after(
                    new Step.Hold(HoldReason.SECOND_SESSION, session.amount(), session.currency()));
        }
        return recorded.knows(facts.intent())
                ? held
                : held.after(new Step.Report(HoldReason.SECOND_SESSION, session.id()));
    }

    private static Step.@Nullable Hold mismatch(Payment payment, Facts facts, boolean live) {
        Facts.Session session = facts.session();
        if (session.live() != live) {
            return new Step.Hold(HoldReason.MODE, session.amount(), session.currency());
        }
        return sums(facts)
                .map(sum -> mismatch(payment.amount(), sum))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private record Sum(long amount, String currency) {}

    /** Every place where Stripe tells the sum must tell the same one. */
    private static Stream<Sum> sums(Facts facts) {
        Stream.Builder<Sum> sums = Stream.builder();
        sums.add(new Sum(facts.session().amount(), facts.session().currency()));
        Facts.Intent intent = facts.intent();
        if (facts.session().paid() && intent != null) {
            sums.add(new Sum(intent.received(), intent.currency()));
            Facts.Movement movement = intent.charge() == null ? null : intent.charge().movement();
            if (movement != null) {
                sums.add(new Sum(movement.amount(), movement.currency()));
            }
        }
        return sums.build();
    }

    private static Step.@Nullable Hold mismatch(long expected, Sum sum) {
        if (!sum.currency().equals(YEN)) {
            return new Step.Hold(HoldReason.CURRENCY, sum.amount(), sum.currency());
        }
        return sum.amount() == expected
                ? null
                : new Step.Hold(HoldReason.AMOUNT, sum.amount(), sum.currency());
    }

    private static Decision advance(Recorded recorded, Facts facts) {
        Payment payment = recorded.payment();
        List<Step> adopted = adopt(payment, facts);
        if (facts.session().paid()) {
            return settle(recorded, facts, adopted);
        }
        if (payment.status().isUnpaidEnd()) {
            return new Decision(adopted, true);
        }
        return new Decision(plus(adopted, unpaid(payment, facts)), true);
    }

    private static List<Step> adopt(Payment payment, Facts facts) {
        String intent = facts.intent() == null ? payment.intent() : facts.intent().id();
        boolean known = payment.session() != null && Objects.equals(payment.intent(), intent);
        return known ? List.of() : List.of(new Step.Adopt(facts.session().id(), intent));
    }

    private static Decision settle(Recorded recorded, Facts facts, List<Step> adopted) {
        Facts.Charge charge = facts.intent() == null ? null : facts.intent().charge();
        Facts.Movement movement = charge == null ? null : charge.movement();
        if (charge == null || movement == null) {
            return new Decision(adopted, false);
        }
        return afterwards(
                recorded, facts.later(), plus(adopted, new Step.Settle(charge, movement)));
    }

    private static @Nullable Step unpaid(Payment payment, Facts facts) {
        return switch (facts.session().state()) {
            case OPEN -> payment.status() == PaymentStatus.REQUESTED ? new Step.Open() : null;
            case EXPIRED -> new Step.End(unpaidEnd(payment));
            case COMPLETE -> facts.intent() == null ? null : awaited(payment, facts.intent());
        };
    }

    private static PaymentStatus unpaidEnd(Payment payment) {
        return payment.cancelAsked() ? PaymentStatus.CANCELLED : PaymentStatus.EXPIRED;
    }

    private static @Nullable Step awaited(Payment payment, Facts.Intent intent) {
        if (intent.dead()) {
            return new Step.End(
                    payment.cancelAsked() ? PaymentStatus.CANCELLED : PaymentStatus.FAILED);
        }
        Facts.Voucher voucher = intent.voucher();
        return voucher == null || payment.status() == PaymentStatus.AWAITING
                ? null
                : new Step.Await(voucher);
    }

    /** Refunds and disputes follow from a payment that is settled, now or before. */
    private static Decision afterwards(Recorded recorded, Facts.Later later, List<Step> before) {
        Aftermath aftermath = new Aftermath(recorded);
        later.refunds().forEach(aftermath::refund);
        later.disputes().forEach(aftermath::dispute);
        return new Decision(
                Stream.concat(before.stream(), aftermath.steps().stream()).toList(),
                aftermath.isComplete());
    }

    private static List<Step> plus(List<Step> steps, @Nullable Step more) {
        List<Step> all = new ArrayList<>(steps);
        if (more != null) {
            all.add(more);
        }
        return all;
    }
}
