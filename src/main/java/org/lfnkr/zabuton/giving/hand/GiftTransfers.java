package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.Counterpart.Matched;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.offline.Means;
import org.lfnkr.zabuton.payments.offline.OfflinePayments;
import org.lfnkr.zabuton.payments.offline.OfflineRefunds;
import org.lfnkr.zabuton.payments.offline.Receiving;
import org.lfnkr.zabuton.payments.offline.Returning;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.processing.RefundResult;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Makes a row of the bank the gift that was wished for, and takes that back by entries of the day
 * on which somebody sees that it is not. No money moves by that, and the row is open again, so one
 * person may; the wish waits for the row that brings it.
 */
@Component
class GiftTransfers {

    private static final String REASON = "The row of the bank is not this gift";

    private final TransferStore store;
    private final PledgeStore pledges;
    private final PledgesByHand again;
    private final Payments payments;
    private final OfflinePayments offline;
    private final OfflineRefunds returns;
    private final AuditTrail audit;
    private final Clock clock;

    GiftTransfers(
            TransferStore store,
            PledgeStore pledges,
            PledgesByHand again,
            Payments payments,
            OfflinePayments offline,
            OfflineRefunds returns,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.pledges = pledges;
        this.again = again;
        this.payments = payments;
        this.offline = offline;
        this.returns = returns;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction that holds the row. */
    Mono<Settled> settle(BankRow row, PledgeId pledge, String by) {
        return slip(row, by, 1)
                .flatMap(
                        slip ->
                                store.waitsAgain(pledge)
                                        .flatMap(
                                                waits ->
                                                        waits
                                                                ? giveAgain(row, pledge, slip)
                                                                : receive(row, pledge, slip)));
    }

    /** A row that was a gift before has another number of its own each time. */
    private Mono<Slip> slip(BankRow row, String by, int no) {
        String reference = "row-" + row.id() + (no == 1 ? "" : "-" + no);
        Slip slip = new Slip(Means.BANK, row.day(), reference, by);
        return offline.isKnown(slip)
                .flatMap(known -> known ? slip(row, by, no + 1) : Mono.just(slip));
    }

    private Mono<Settled> receive(BankRow row, PledgeId pledge, Slip slip) {
        return offline.receive(pledge.purpose(), row.yen(), slip)
                .map(received -> settled(received, slip));
    }

    private static Settled settled(Receiving received, Slip slip) {
        return switch (received) {
            case Receiving.Settled settled -> new Settled.Elsewhere(slip.line());
            case Receiving.NothingAsked nothing -> refused("gone");
            case Receiving.NotTheSum sum -> refused("sum");
            case Receiving.StillOpen open -> refused("still-open");
            case Receiving.PaidAlready paid -> refused("paid");
            case Receiving.ReferenceTaken taken -> refused("taken");
            case Receiving.NotYet early -> refused("not-yet");
        };
    }

    private static Settled refused(String why) {
        return new Settled.Refused("banking.refused." + why);
    }

    private Mono<Settled> giveAgain(BankRow row, PledgeId id, Slip slip) {
        return pledges.find(id).flatMap(pledge -> giveAgain(row, pledge, slip));
    }

    private Mono<Settled> giveAgain(BankRow row, Pledge pledge, Slip slip) {
        if (!pledge.parts().total().equals(row.yen())) {
            return Mono.just(refused("sum"));
        }
        return row.day().isAfter(today())
                ? Mono.just(refused("not-yet"))
                : again.again(pledge, slip)
                        .flatMap(payment -> store.setGivenAgain(pledge.id(), payment))
                        .thenReturn(new Settled.Elsewhere(slip.line()));
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /**
     * In the transaction that takes the row's entry back; refused once any of it was given back.
     */
    Mono<Settled.Refused> undo(BankRow row, Matched matched) {
        return Mono.justOrEmpty(matched.elsewhere())
                .flatMap(
                        line ->
                                offline.settledBy(line)
                                        .flatMap(payment -> undo(row, matched, line, payment)))
                .defaultIfEmpty(false)
                .filter(undone -> !undone)
                .map(stays -> Counterpart.FINAL);
    }

    private Mono<Boolean> undo(BankRow row, Matched matched, String line, PaymentId payment) {
        RefundId refund = new RefundId(UUID.randomUUID());
        PledgeId pledge = new PledgeId(Slice.id(matched.reference()));
        return payments.refund(new RefundRequest(refund, payment, row.yen(), matched.by(), REASON))
                .filter(RefundResult.Accepted.class::isInstance)
                .delayUntil(accepted -> store.undo(refund, pledge, clock.instant()))
                .delayUntil(accepted -> returned(refund, counterSlip(line, matched.by())))
                .delayUntil(accepted -> note(matched.by(), payment))
                .hasElement();
    }

    /** As its line is named, so that both are known to have moved nothing together. */
    private Slip counterSlip(String line, String by) {
        String reference = line.substring(line.indexOf(':') + 1);
        return new Slip(Means.BANK, today(), reference + "/corrected", by);
    }

    private Mono<Void> returned(RefundId refund, Slip slip) {
        return returns.giveBack(refund, slip)
                .filter(Returning.Returned.class::isInstance)
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("Refund " + refund + " stays")))
                .then();
    }

    private Mono<Void> note(String by, PaymentId payment) {
        return audit.record(by, "gift.corrected", payment.toString(), REASON);
    }
}
