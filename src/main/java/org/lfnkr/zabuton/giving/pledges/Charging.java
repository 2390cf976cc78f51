package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.ChargeCorrected;
import org.lfnkr.zabuton.giving.GiftCharged;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.guard.Passage;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.DisputeClosed;
import org.lfnkr.zabuton.payments.DisputeOpened;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundUnderWay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;

/** Keeps each payment under a pledge as a charge, with what it could fund, and what went back. */
@Component
class Charging {

    private static final Logger log = LoggerFactory.getLogger(Charging.class);

    private final PledgeStore pledges;
    private final ChargeStore charges;
    private final HappeningStore happenings;
    private final PledgeLifecycle lifecycle;
    private final PledgedPlans plans;
    private final Guard guard;
    private final GiftEstimates estimates;
    private final Destinations destinations;
    private final Impact impact;
    private final Outbox outbox;
    private final Mail mail;

    Charging(
            PledgeStore pledges,
            ChargeStore charges,
            HappeningStore happenings,
            PledgeLifecycle lifecycle,
            PledgedPlans plans,
            Guard guard,
            GiftEstimates estimates,
            Destinations destinations,
            Impact impact,
            Outbox outbox,
            Mail mail) {
        this.pledges = pledges;
        this.charges = charges;
        this.happenings = happenings;
        this.lifecycle = lifecycle;
        this.plans = plans;
        this.guard = guard;
        this.estimates = estimates;
        this.destinations = destinations;
        this.impact = impact;
        this.outbox = outbox;
        this.mail = mail;
    }

    Mono<Void> charge(PledgeId id, PaymentSettled settled) {
        return lifecycle
                .give(id)
                .then(pledges.find(id))
                .flatMap(pledge -> keep(pledge, charge(pledge, settled)));
    }

    private static Charge charge(Pledge pledge, PaymentSettled settled) {
        if (pledge.parts().total().yen() != settled.amount()) {
            throw new IllegalStateException(
                    "Payment " + settled.paymentId() + " is not what its pledge says");
        }
        return new Charge(
                settled.paymentId(),
                pledge.id(),
                pledge.parts(),
                Money.yen(settled.fee()),
                settled.method(),
                Money.ZERO,
                Money.ZERO,
                false,
                false,
                0,
                settled.at());
    }

    private Mono<Void> keep(Pledge pledge, Charge charge) {
        log.info(
                "Gift {}: ¥{}, payment {}",
                pledge.reference(),
                charge.parts().total().yen(),
                charge.payment());
        GiftCharged charged =
                new GiftCharged(charge.payment(), pledge.id().purpose(), charge.chargedAt());
        return thank(pledge, charge)
                .then(charges.add(charge))
                .then(pass(pledge))
                .then(promise(pledge, charge))
                .then(outbox.append(charged));
    }

    /** What has been paid is no attempt at a stolen card. */
    private Mono<Void> pass(Pledge pledge) {
        return pledges.fingerprint(pledge.id())
                .map(fingerprint -> Passage.of(pledge.attempt(), fingerprint))
                .flatMap(guard::finished);
    }

    /** The first charge of a plan is thanked for by the welcome, see {@link PledgedPlans}. */
    private Mono<Void> thank(Pledge pledge, Charge charge) {
        GiftPlanId plan = pledge.plan();
        String reference = GiftLetters.reference(charge.payment());
        return plan == null
                ? tell(pledge, arrived(pledge), reference)
                : charges.exist(plan)
                        .flatMap(
                                again ->
                                        again
                                                ? tell(pledge, GiftLetters.THANKS, reference)
                                                        .then(charged(plan, pledge, charge))
                                                : begin(plan, pledge, charge));
    }

    private Mono<Void> charged(GiftPlanId plan, Pledge pledge, Charge charge) {
        Money total = charge.parts().total();
        return note(pledge, Happening.Kind.CHARGED, total, charge.chargedAt())
                .then(plans.charged(plan));
    }

    /** A plan that begins beside the gift whose place it took, or that took its own, ends. */
    private Mono<Void> begin(GiftPlanId plan, Pledge pledge, Charge charge) {
        return lifecycle
                .isPaidTwice(pledge)
                .flatMap(
                        twice ->
                                twice
                                        ? turnBack(plan, pledge, charge)
                                        : charged(plan, pledge, charge));
    }

    private Mono<Void> turnBack(GiftPlanId plan, Pledge pledge, Charge charge) {
        String reference = GiftLetters.reference(charge.payment());
        return lifecycle
                .turnBack(pledge, charge.payment())
                .then(plans.end(plan))
                .then(tell(pledge, GiftLetters.PAID_TWICE, reference));
    }

    private static String arrived(Pledge pledge) {
        return pledge.status() == PledgeStatus.PAID_TWICE
                ? GiftLetters.PAID_TWICE
                : GiftLetters.THANKS;
    }

    /**
     * What is given once was promised with its pledge; each charge of a plan is promised here, for
     * the fund that it goes to.
     */
    private Mono<Void> promise(Pledge pledge, Charge charge) {
        return destinations
                .of(pledge, charge.payment())
                .filter(fund -> pledge.plan() != null)
                .flatMap(
                        fund ->
                                estimates
                                        .price(Cause.of(fund))
                                        .flatMap(
                                                price ->
                                                        impact.promise(
                                                                charge.payment().value(),
                                                                price,
                                                                estimates
                                                                        .story(
                                                                                price,
                                                                                charge.parts(),
                                                                                pledge.frequency())
                                                                        .money())));
    }

    /** Once per refund: the outbox delivers each exactly once. */
    Mono<Void> refund(PledgeId id, PaymentRefunded refunded) {
        Money amount = Money.yen(refunded.amount());
        String reference =
                GiftLetters.reference(refunded.paymentId(), refunded.refundId().value().toString());
        return charges.lock(refunded.paymentId())
                .switchIfEmpty(Mono.error(() -> early(refunded.paymentId())))
                .flatMap(charge -> charges.setRefunded(charge.refunded(amount)))
                .flatMap(count -> corrected(id, refunded.paymentId(), count, refunded.at()))
                .then(pledges.find(id))
                .delayUntil(it -> note(it, Happening.Kind.REFUNDED, amount, refunded.at()))
                .zipWith(charges.isCorrection(refunded.refundId()))
                .flatMap(both -> tell(both.getT1(), letter(both.getT2()), reference));
    }

    private static String letter(boolean correction) {
        return correction ? GiftLetters.CORRECTED : GiftLetters.REFUNDED;
    }

    /** What the giver was to get is held for them: it is no gift any more, whatever comes. */
    Mono<Void> refundFailed(PledgeId id, RefundFailed failed) {
        Money amount = Money.yen(failed.amount());
        String reference =
                GiftLetters.reference(failed.paymentId(), failed.refundId().value().toString());
        return charges.lock(failed.paymentId())
                .switchIfEmpty(Mono.error(() -> early(failed.paymentId())))
                .map(charge -> charge.unrefunded(amount, failed.arrived()))
                .flatMap(charges::setRefunded)
                .flatMap(count -> corrected(id, failed.paymentId(), count, failed.at()))
                .then(pledges.find(id))
                .delayUntil(it -> note(it, Happening.Kind.REFUND_FAILED, amount, failed.at()))
                .flatMap(it -> tell(it, GiftLetters.REFUND_FAILED, reference));
    }

    Mono<Void> refundUnderWay(PledgeId id, RefundUnderWay news) {
        boolean waits = news.status() == RefundStatus.NEEDS_ACCOUNT;
        Happening.Kind kind =
                waits ? Happening.Kind.REFUND_NEEDS_ACCOUNT : Happening.Kind.REFUND_PENDING;
        String letter = waits ? GiftLetters.REFUND_NEEDS_ACCOUNT : GiftLetters.REFUND_PENDING;
        String round = news.refundId().value() + "@" + news.at().toEpochMilli();
        String reference = GiftLetters.reference(news.paymentId(), round);
        return pledges.find(id)
                .delayUntil(it -> note(it, kind, Money.yen(news.amount()), news.at()))
                .flatMap(pledge -> tell(pledge, letter, reference));
    }

    Mono<Void> dispute(PledgeId id, DisputeOpened opened) {
        PaymentId payment = opened.paymentId();
        Money amount = Money.yen(opened.amount());
        String reference = GiftLetters.reference(payment, opened.disputeId());
        return charges.setDisputed(payment, true, false)
                .flatMap(count -> corrected(id, payment, count, opened.at()))
                .then(pledges.find(id))
                .delayUntil(it -> note(it, Happening.Kind.DISPUTED, amount, opened.at()))
                .delayUntil(pledge -> tell(pledge, GiftLetters.DISPUTED, reference))
                .flatMap(this::halt);
    }

    Mono<Void> closeDispute(PledgeId id, DisputeClosed closed) {
        boolean won = closed.won();
        Happening.Kind kind = won ? Happening.Kind.DISPUTE_WON : Happening.Kind.DISPUTE_LOST;
        Happening happening = new Happening(kind, null, closed.at());
        String letter = won ? GiftLetters.DISPUTE_WON : GiftLetters.CHARGED_BACK;
        String reference = GiftLetters.reference(closed.paymentId(), closed.disputeId());
        return charges.setDisputed(closed.paymentId(), false, !won)
                .flatMap(count -> corrected(id, closed.paymentId(), count, closed.at()))
                .then(pledges.find(id))
                .delayUntil(pledge -> happenings.note(pledge.story(), happening))
                .delayUntil(pledge -> tell(pledge, letter, reference))
                .filter(pledge -> !won)
                .flatMap(this::halt);
    }

    private Mono<Void> halt(Pledge pledge) {
        return Mono.justOrEmpty(pledge.plan()).flatMap(plans::halt);
    }

    private Mono<Void> corrected(PledgeId id, PaymentId payment, int corrections, Instant at) {
        return outbox.append(new ChargeCorrected(payment, id.purpose(), corrections, at));
    }

    private Mono<Void> note(Pledge pledge, Happening.Kind kind, Money amount, Instant at) {
        return happenings.note(pledge.story(), new Happening(kind, amount, at));
    }

    private Mono<Void> tell(Pledge pledge, String letter, String reference) {
        return mail.queue(new MailRequest(letter, reference, pledge.language()));
    }

    private static IllegalStateException early(PaymentId payment) {
        return new IllegalStateException("Something came before the charge of " + payment);
    }
}
