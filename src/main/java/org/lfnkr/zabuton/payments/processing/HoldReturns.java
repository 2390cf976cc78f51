package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.HeldMoneyReturned;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Sends money back that is held, by the one worker of all refunds, in the caller's transaction. */
@Component
public class HoldReturns {

    private static final String ITSELF = "payments";

    private final HoldStore holds;
    private final HoldViews views;
    private final RefundStore refunds;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    HoldReturns(
            HoldStore holds,
            HoldViews views,
            RefundStore refunds,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.holds = holds;
        this.views = views;
        this.refunds = refunds;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Nobody is asked about the second of two charges, or about what was decided before it came.
     */
    public Mono<Void> byItself(HoldId id) {
        return views.find(id)
                .filter(hold -> hold.left() > 0 && hold.refunds() == 0 && hold.intent() != null)
                .flatMap(this::byItself);
    }

    private Mono<Void> byItself(Hold hold) {
        if (hold.state() == HoldState.RETURNED) {
            return refund(hold);
        }
        return hold.isOpen() && hold.isSecond()
                ? decide(hold, ITSELF, "The second of two charges").then()
                : Mono.empty();
    }

    /**
     * @param reason for the audit trail
     */
    public Mono<HoldResult> decide(Hold hold, String actor, String reason) {
        return holds.decide(hold.id(), HoldState.RETURNED, 0, actor)
                .flatMap(
                        decided ->
                                audit.record(actor, "hold.returned", hold.subject(), reason)
                                        .then(refund(hold))
                                        .then(tell(hold))
                                        .thenReturn((HoldResult) new HoldResult.Done(hold)))
                .defaultIfEmpty(new HoldResult.Before(hold));
    }

    /** Of what is left of it. */
    Mono<Void> refund(Hold hold) {
        PaymentId payment = hold.payment();
        if (payment == null || hold.left() <= 0 || hold.intent() == null) {
            return Mono.empty();
        }
        RefundRequest all =
                new RefundRequest(
                        hold.id().refund(hold.refunds()),
                        payment,
                        Money.yen(hold.left()),
                        ITSELF,
                        hold.reason().name());
        return refunds.request(all, hold.id()).then(refunds.send(all));
    }

    Mono<Void> tell(Hold hold) {
        PaymentId payment = hold.payment();
        return payment == null
                ? Mono.empty()
                : outbox.append(
                        new HeldMoneyReturned(
                                payment,
                                hold.purpose(),
                                hold.id(),
                                hold.what(),
                                hold.left(),
                                clock.instant()));
    }
}
