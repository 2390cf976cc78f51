package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
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
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;

/** Keeps each payment under a pledge as a charge, with what it could fund. */
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
        String reference = ChargeLetters.reference(charge.payment());
        return plan == null
                ? tell(pledge, arrived(pledge), reference)
                : charges.exist(plan)
                        .flatMap(
                                again ->
                                        again
                                                ? tell(pledge, ChargeLetters.THANKS, reference)
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
        String reference = ChargeLetters.reference(charge.payment());
        return lifecycle
                .turnBack(pledge, charge.payment())
                .then(plans.end(plan))
                .then(tell(pledge, ChargeLetters.PAID_TWICE, reference));
    }

    private static String arrived(Pledge pledge) {
        return pledge.status() == PledgeStatus.PAID_TWICE
                ? ChargeLetters.PAID_TWICE
                : ChargeLetters.THANKS;
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

    private Mono<Void> note(Pledge pledge, Happening.Kind kind, Money amount, Instant at) {
        return happenings.note(pledge.story(), new Happening(kind, amount, at));
    }

    private Mono<Void> tell(Pledge pledge, String letter, String reference) {
        return mail.queue(new MailRequest(letter, reference, pledge.language()));
    }
}
