package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What Stripe says about one payment at one moment. */
@NamedInterface("inside")
public record Facts(Session session, @Nullable Intent intent, Later later) {

    /** Only the session, as an answer to its creation or expiry gives it. */
    public static Facts of(Session session) {
        return new Facts(session, null, Later.NOTHING);
    }

    /** The page is done with, and a code is in the payer's hands. */
    public boolean canStillBePaid() {
        return !session.paid() && intent != null && !intent.dead();
    }

    /** What became of money that had arrived. */
    public record Later(List<Refunded> refunds, List<Disputed> disputes) {

        /** Nothing came after the payment. */
        public static final Later NOTHING = new Later(List.of(), List.of());

        public Later {
            refunds = List.copyOf(refunds);
            disputes = List.copyOf(disputes);
        }
    }

    public enum SessionState {
        OPEN,
        COMPLETE,
        EXPIRED
    }

    /**
     * @param reference our payment, if the session is one of ours
     * @param amount in the smallest unit of the currency
     */
    public record Session(
            String id,
            @Nullable PaymentId reference,
            boolean live,
            SessionState state,
            boolean paid,
            long amount,
            String currency,
            @Nullable URI url) {}

    /**
     * @param dead no payment can come of it any more
     * @param voucher the konbini code, while it waits to be paid
     * @param charge the successful charge
     */
    public record Intent(
            String id,
            boolean dead,
            long received,
            String currency,
            @Nullable Voucher voucher,
            @Nullable Charge charge) {}

    public record Voucher(URI page, Instant payBy) {}

    /**
     * @param movement null until Stripe has entered the charge in its balance
     */
    public record Charge(String id, String method, @Nullable Movement movement) {}

    /** A line in Stripe's balance: amount before the fee, both in the smallest unit. */
    public record Movement(String id, long amount, long fee, String currency, Instant at) {}

    /**
     * @param request our refund row, if the refund was asked for here
     * @param out the line by which the money left
     * @param back the line by which it returned after a failure
     * @param neededBy until when the payer can name an account, while one is needed
     */
    public record Refunded(
            String id,
            @Nullable RefundId request,
            long amount,
            RefundStatus status,
            Instant at,
            @Nullable Movement out,
            @Nullable Movement back,
            @Nullable Instant neededBy) {

        /** Of a refund that needs nothing of the payer. */
        public Refunded(
                String id,
                @Nullable RefundId request,
                long amount,
                RefundStatus status,
                Instant at,
                @Nullable Movement out,
                @Nullable Movement back) {
            this(id, request, amount, status, at, out, back, null);
        }
    }

    public record Disputed(
            String id, long amount, DisputeState state, Instant at, List<Movement> movements) {

        public Disputed {
            movements = List.copyOf(movements);
        }
    }
}
