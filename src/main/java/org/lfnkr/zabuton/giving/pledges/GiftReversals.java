package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.ChargeCorrected;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.DisputeClosed;
import org.lfnkr.zabuton.payments.DisputeOpened;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundUnderWay;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;

/**
 * What goes back of a charge, or may: each refund, its delay and its failure, each dispute and its
 * end.
 */
@Component
class GiftReversals {

    private final PledgeStore pledges;
    private final ChargeStore charges;
    private final HappeningStore happenings;
    private final PledgedPlans plans;
    private final Outbox outbox;
    private final Mail mail;

    GiftReversals(
            PledgeStore pledges,
            ChargeStore charges,
            HappeningStore happenings,
            PledgedPlans plans,
            Outbox outbox,
            Mail mail) {
        this.pledges = pledges;
        this.charges = charges;
        this.happenings = happenings;
        this.plans = plans;
        this.outbox = outbox;
        this.mail = mail;
    }

    /** Once per refund: the outbox delivers each exactly once. */
    Mono<Void> refund(PledgeId id, PaymentRefunded refunded) {
        Money amount = Money.yen(refunded.amount());
        String reference =
                ChargeLetters.reference(
                        refunded.paymentId(), refunded.refundId().value().toString());
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
        return correction ? ChargeLetters.CORRECTED : ChargeLetters.REFUNDED;
    }

    /** What the giver was to get is held for them: it is no gift any more, whatever comes. */
    Mono<Void> refundFailed(PledgeId id, RefundFailed failed) {
        Money amount = Money.yen(failed.amount());
        String reference =
                ChargeLetters.reference(failed.paymentId(), failed.refundId().value().toString());
        return charges.lock(failed.paymentId())
                .switchIfEmpty(Mono.error(() -> early(failed.paymentId())))
                .map(charge -> charge.unrefunded(amount, failed.arrived()))
                .flatMap(charges::setRefunded)
                .flatMap(count -> corrected(id, failed.paymentId(), count, failed.at()))
                .then(pledges.find(id))
                .delayUntil(it -> note(it, Happening.Kind.REFUND_FAILED, amount, failed.at()))
                .flatMap(it -> tell(it, ChargeLetters.REFUND_FAILED, reference));
    }

    Mono<Void> refundUnderWay(PledgeId id, RefundUnderWay news) {
        boolean waits = news.status() == RefundStatus.NEEDS_ACCOUNT;
        Happening.Kind kind =
                waits ? Happening.Kind.REFUND_NEEDS_ACCOUNT : Happening.Kind.REFUND_PENDING;
        String letter = waits ? ChargeLetters.REFUND_NEEDS_ACCOUNT : ChargeLetters.REFUND_PENDING;
        String round = news.refundId().value() + "@" + news.at().toEpochMilli();
        String reference = ChargeLetters.reference(news.paymentId(), round);
        return pledges.find(id)
                .delayUntil(it -> note(it, kind, Money.yen(news.amount()), news.at()))
                .flatMap(pledge -> tell(pledge, letter, reference));
    }

    Mono<Void> dispute(PledgeId id, DisputeOpened opened) {
        PaymentId payment = opened.paymentId();
        Money amount = Money.yen(opened.amount());
        String reference = ChargeLetters.reference(payment, opened.disputeId());
        return charges.setDisputed(payment, true, false)
                .flatMap(count -> corrected(id, payment, count, opened.at()))
                .then(pledges.find(id))
                .delayUntil(it -> note(it, Happening.Kind.DISPUTED, amount, opened.at()))
                .delayUntil(pledge -> tell(pledge, ChargeLetters.DISPUTED, reference))
                .flatMap(this::halt);
    }

    Mono<Void> closeDispute(PledgeId id, DisputeClosed closed) {
        boolean won = closed.won();
        Happening.Kind kind = won ? Happening.Kind.DISPUTE_WON : Happening.Kind.DISPUTE_LOST;
        Happening happening = new Happening(kind, null, closed.at());
        String letter = won ? ChargeLetters.DISPUTE_WON : ChargeLetters.CHARGED_BACK;
        String reference = ChargeLetters.reference(closed.paymentId(), closed.disputeId());
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

    private static IllegalStateException early(PaymentId payment) {
        return new IllegalStateException("Something came before the charge of " + payment);
    }

    private Mono<Void> note(Pledge pledge, Happening.Kind kind, Money amount, Instant at) {
        return happenings.note(pledge.story(), new Happening(kind, amount, at));
    }

    private Mono<Void> tell(Pledge pledge, String letter, String reference) {
        return mail.queue(new MailRequest(letter, reference, pledge.language()));
    }
}
