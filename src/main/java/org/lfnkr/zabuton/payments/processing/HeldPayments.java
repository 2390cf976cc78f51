package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.HeldMoneyReturned;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Payments that are held, and what staff decide of them. Each is decided once: who comes second
 * hears what the first has decided.
 */
@Service
public class HeldPayments {

    private final HoldStore holds;
    private final HoldViews views;
    private final GivenBackStore given;
    private final HoldReturns returns;
    private final Records records;
    private final PaymentChanges changes;
    private final Outbox outbox;
    private final AuditTrail audit;

    HeldPayments(
            HoldStore holds,
            HoldViews views,
            GivenBackStore given,
            HoldReturns returns,
            Records records,
            PaymentChanges changes,
            Outbox outbox,
            AuditTrail audit) {
        this.holds = holds;
        this.views = views;
        this.given = given;
        this.returns = returns;
        this.records = records;
        this.changes = changes;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Those that wait, the longest first, or those that are decided, the latest first.
     *
     * @param after the last of the page before; any other id begins
     */
    public Mono<Slice<Hold>> list(boolean open, UUID after) {
        return views.list(open, after).collectList().map(Slice::of);
    }

    /** How many wait, and what came of them in yen; of other currencies nothing counts. */
    public Mono<Tally> waiting() {
        return views.waiting();
    }

    /**
     * What one member of staff has given back since then, in yen, all holds together; of another
     * currency counts what was asked for.
     *
     * @param actor the account
     */
    public Mono<Money> givenBack(String actor, Instant since) {
        return given.by(actor, since);
    }

    /** The same of what whoever has given back to the one who paid what is held. */
    public Mono<Money> givenToPayer(HoldId hold, Instant since) {
        return given.toPayer(hold, since);
    }

    /**
     * Has other acts of the same member of staff, and other acts for the same payer, wait until the
     * caller's transaction ends.
     */
    public Mono<Void> holdDay(String actor, HoldId hold) {
        return given.holdDay(actor, hold);
    }

    public Mono<Hold> find(HoldId id) {
        return views.find(id);
    }

    /** All that is held of one payment, the oldest first. */
    public Flux<Hold> of(PaymentId payment) {
        return views.of(payment);
    }

    /** Makes those wait who could change it, until the end of the caller's transaction. */
    public Mono<Hold> locked(HoldId id) {
        return views.find(id)
                .delayUntil(
                        hold ->
                                hold.payment() == null
                                        ? Mono.empty()
                                        : records.lock(hold.payment()))
                .flatMap(hold -> views.find(id));
    }

    /**
     * Takes the money for what was asked for: the payment is settled as any other, {@link
     * PaymentSettled} tells so, and what came beyond it, or on another page beside it, goes back.
     * Refused in another currency or mode, or where less came. Empty for what is not held.
     *
     * @param reason for the audit trail; no personal data
     */
    @Transactional
    public Mono<HoldResult> accept(HoldId id, String actor, String reason) {
        return locked(id).flatMap(hold -> accept(hold, actor, reason));
    }

    private Mono<HoldResult> accept(Hold hold, String actor, String reason) {
        if (!hold.isOpen()) {
            return Mono.just(new HoldResult.Before(hold));
        }
        return hold.isAcceptable()
                ? settle(hold, actor)
                        .then(audit.record(actor, "hold.accepted", hold.subject(), reason))
                        .then(Mono.defer(() -> views.find(hold.id())))
                        .delayUntil(this::giveRestBack)
                        .map(HoldResult.Done::new)
                : Mono.just(new HoldResult.Refused(hold));
    }

    private Mono<Void> settle(Hold hold, String actor) {
        PaymentId payment = Objects.requireNonNull(hold.payment());
        long asked = hold.asked().yen();
        String method = Objects.requireNonNullElse(hold.method(), "card");
        return views.line(hold)
                .delayUntil(line -> changes.accept(payment, hold, method, line.at()))
                .delayUntil(line -> holds.decide(hold.id(), HoldState.ACCEPTED, asked, actor))
                .flatMap(
                        line ->
                                outbox.append(
                                        new PaymentSettled(
                                                payment,
                                                hold.purpose(),
                                                asked,
                                                line.fee(),
                                                line.id(),
                                                method,
                                                line.at())));
    }

    /** What came beyond it, and what came on other pages. */
    private Mono<Void> giveRestBack(Hold accepted) {
        Mono<Void> rest =
                accepted.left() > 0
                        ? returns.refund(accepted).then(returns.tell(accepted))
                        : Mono.empty();
        return rest.thenMany(views.of(Objects.requireNonNull(accepted.payment())))
                .concatMap(other -> returns.byItself(other.id()))
                .then();
    }

    /**
     * Sends back what came, and ends what it was for where that was paid in no other way; {@link
     * HeldMoneyReturned} tells so. Where nothing came, or only a test's money, there is only an
     * end. Empty for what is not held.
     *
     * @param reason for the audit trail; no personal data
     */
    @Transactional
    public Mono<HoldResult> giveBack(HoldId id, String actor, String reason) {
        return locked(id)
                .flatMap(
                        hold ->
                                hold.isOpen()
                                        ? returns.decide(hold, actor, reason)
                                        : Mono.just(new HoldResult.Before(hold)));
    }
}
