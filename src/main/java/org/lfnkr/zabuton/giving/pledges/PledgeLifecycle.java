package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.HeldMoneyReturned;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/**
 * Moves what is pledged once on as its payment moves. Each step locks the pledge, goes forward only
 * and does nothing the second time, so it may be called from the outbox and from a page at once.
 */
@Component
class PledgeLifecycle {

    private final PledgeStore store;
    private final HappeningStore happenings;
    private final Payments payments;
    private final Mail mail;
    private final Clock clock;

    PledgeLifecycle(
            PledgeStore store,
            HappeningStore happenings,
            Payments payments,
            Mail mail,
            Clock clock) {
        this.store = store;
        this.happenings = happenings;
        this.payments = payments;
        this.mail = mail;
        this.clock = clock;
    }

    /** Brings a pledge to where its payment stands. */
    @Transactional
    public Mono<Pledge> follow(PledgeId id, PaymentView payment) {
        return store.lock(id)
                .flatMap(pledge -> step(pledge, payment))
                .then(Mono.defer(() -> store.find(id)));
    }

    private Mono<Void> step(Pledge pledge, PaymentView payment) {
        return switch (payment.status()) {
            case REQUESTED, OPEN -> Mono.empty();
            case AWAITING -> await(pledge);
            case SETTLED -> give(pledge);
            case EXPIRED, FAILED, CANCELLED -> end(pledge, payment.status());
            case HELD -> hold(pledge);
        };
    }

    /** The giver chose something else instead. */
    @Transactional
    public Mono<Void> supersede(PledgeId id) {
        return store.setSuperseded(id, true);
    }

    /** It was paid before it could be given up, so nothing takes its place. */
    @Transactional
    public Mono<Void> keepPaid(PledgeId id) {
        return store.setSuperseded(id, false);
    }

    /** The giver has said whether it shall be every month, and isn't asked again. */
    @Transactional
    public Mono<Void> answered(PledgeId id) {
        return store.setAsked(id);
    }

    Mono<Void> await(PledgeId id) {
        return store.lock(id).flatMap(this::await);
    }

    private Mono<Void> await(Pledge pledge) {
        if (pledge.status() != PledgeStatus.AWAITING_PAYMENT) {
            return Mono.empty();
        }
        return store.setStatus(pledge.id(), PledgeStatus.AWAITING_KONBINI)
                .then(note(pledge, Happening.Kind.AWAITING_KONBINI, null))
                .then(tell(pledge, PledgeLetters.WAITING));
    }

    /** Late money gives as well; what comes with it is kept by {@link Charging}. */
    private Mono<Void> give(Pledge pledge) {
        return switch (pledge.status()) {
            case AWAITING_PAYMENT, AWAITING_KONBINI, ENDED, HELD, RETURNED ->
                    store.lockAttempt(pledge.attempt())
                            .then(store.isPaidTwice(pledge))
                            .flatMap(twice -> twice ? turnSecondBack(pledge) : take(pledge));
            case GIVEN, PAID_TWICE, OF_PLAN -> Mono.empty();
        };
    }

    private Mono<Void> take(Pledge pledge) {
        return store.setStatus(pledge.id(), PledgeStatus.GIVEN)
                .then(note(pledge, Happening.Kind.GIVEN, pledge.parts().total()));
    }

    private Mono<Void> turnSecondBack(Pledge pledge) {
        return store.setStatus(pledge.id(), PledgeStatus.PAID_TWICE)
                .then(Mono.justOrEmpty(pledge.payment()))
                .flatMap(payment -> turnBack(pledge, payment));
    }

    /** Nobody pays for both: what was paid first is the gift, the other money goes back. */
    Mono<Void> turnBack(Pledge pledge, PaymentId payment) {
        return note(pledge, Happening.Kind.PAID_TWICE, pledge.parts().total())
                .then(payments.refund(everything(payment, pledge)))
                .then();
    }

    /**
     * Whether a plan that is charged for the first time took the place of a gift that was paid
     * before, or the other way round.
     */
    Mono<Boolean> isPaidTwice(Pledge ofPlan) {
        return store.lockAttempt(ofPlan.attempt()).then(store.isPaidTwice(ofPlan));
    }

    private static RefundRequest everything(PaymentId payment, Pledge pledge) {
        return new RefundRequest(
                new RefundId(UUID.randomUUID()),
                payment,
                pledge.parts().total(),
                "giving",
                "Another gift was paid in its place");
    }

    Mono<Void> give(PledgeId id) {
        return store.lock(id).flatMap(this::give);
    }

    /**
     * @param how the payment ended
     */
    Mono<Void> end(PledgeId id, PaymentStatus how) {
        return store.lock(id).flatMap(pledge -> end(pledge, how));
    }

    private Mono<Void> end(Pledge pledge, PaymentStatus how) {
        return pledge.status().isOpen()
                ? store.setStatus(pledge.id(), PledgeStatus.ENDED)
                        .then(note(pledge, Happening.Kind.ENDED, null))
                        .then(tellOfLapse(pledge, how))
                : Mono.empty();
    }

    /**
     * Who left the payment page knows it; who held a code for a store may not have noticed. A
     * payment fails only after a code was given out, also where we did not hear of the code.
     */
    private Mono<Void> tellOfLapse(Pledge pledge, PaymentStatus how) {
        boolean code =
                pledge.status() == PledgeStatus.AWAITING_KONBINI || how == PaymentStatus.FAILED;
        return code && !pledge.superseded() ? tell(pledge, letterOf(how)) : Mono.empty();
    }

    private static String letterOf(PaymentStatus how) {
        return how == PaymentStatus.CANCELLED ? PledgeLetters.GIVEN_UP : PledgeLetters.LAPSED;
    }

    /** A code that has been cancelled or paid meanwhile is not spoken of. */
    Mono<Void> remind(PledgeId id) {
        return store.lock(id)
                .filter(pledge -> pledge.status() == PledgeStatus.AWAITING_KONBINI)
                .flatMap(pledge -> tell(pledge, PledgeLetters.REMINDER));
    }

    Mono<Void> hold(PledgeId id) {
        return store.lock(id).flatMap(this::hold);
    }

    private Mono<Void> hold(Pledge pledge) {
        return pledge.status().isOpen() || pledge.status() == PledgeStatus.ENDED
                ? store.setStatus(pledge.id(), PledgeStatus.HELD)
                        .then(note(pledge, Happening.Kind.HELD, null))
                        .then(tell(pledge, PledgeLetters.HELD))
                : Mono.empty();
    }

    /** What came beside the gift changes nothing of it; all that came was none. */
    Mono<Void> giveBack(PledgeId id, HeldMoneyReturned returned) {
        return store.lock(id)
                .flatMap(
                        pledge ->
                                returned.what() == HeldMoneyReturned.What.ALL
                                        ? putBack(pledge, returned)
                                        : note(pledge, Happening.Kind.SURPLUS, null)
                                                .then(
                                                        tell(
                                                                pledge,
                                                                PledgeLetters.SURPLUS,
                                                                returned)));
    }

    /** A plan goes on, whatever becomes of one of its charges. */
    private Mono<Void> putBack(Pledge pledge, HeldMoneyReturned returned) {
        return (pledge.status() == PledgeStatus.HELD
                        ? store.setStatus(pledge.id(), PledgeStatus.RETURNED)
                        : Mono.<Void>empty())
                .then(note(pledge, Happening.Kind.RETURNED, null))
                .then(tell(pledge, PledgeLetters.RETURNED, returned));
    }

    private Mono<Void> tell(Pledge pledge, String letter, HeldMoneyReturned returned) {
        String reference = PledgeLetters.reference(pledge.id()) + "/" + returned.hold();
        return mail.queue(new MailRequest(letter, reference, pledge.language()));
    }

    private Mono<Void> tell(Pledge pledge, String letter) {
        String reference = PledgeLetters.reference(pledge.id());
        return mail.queue(new MailRequest(letter, reference, pledge.language()));
    }

    private Mono<Void> note(Pledge pledge, Happening.Kind kind, @Nullable Money amount) {
        return happenings.note(pledge.story(), new Happening(kind, amount, clock.instant()));
    }
}
