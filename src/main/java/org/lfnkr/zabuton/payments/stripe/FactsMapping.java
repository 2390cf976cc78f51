package org.lfnkr.zabuton.payments.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads Stripe's objects. Its client checks no shapes, so what must be there is asked for here. */
final class FactsMapping {

    static final String REFUND = "refund";

    private FactsMapping() {}

    static Facts facts(Session session, List<Refund> refunds, List<Dispute> disputes) {
        return new Facts(
                session(session),
                Optional.ofNullable(session.getPaymentIntentObject())
                        .map(FactsMapping::intent)
                        .orElse(null),
                later(refunds, disputes));
    }

    static Facts.Later later(List<Refund> refunds, List<Dispute> disputes) {
        return new Facts.Later(
                refunds.stream().map(FactsMapping::refund).toList(),
                disputes.stream().map(FactsMapping::dispute).toList());
    }

    static Facts.Session session(Session session) {
        return new Facts.Session(
                required(session.getId(), "session.id"),
                reference(session),
                required(session.getLivemode(), "session.livemode"),
                state(required(session.getStatus(), "session.status")),
                "paid".equals(session.getPaymentStatus()),
                required(session.getAmountTotal(), "session.amount_total"),
                required(session.getCurrency(), "session.currency"),
                uri(session.getUrl()));
    }

    static @Nullable PaymentId reference(Session session) {
        return uuid(session.getClientReferenceId()).map(PaymentId::new).orElse(null);
    }

    static Facts.SessionState state(String status) {
        return switch (status) {
            case "open" -> Facts.SessionState.OPEN;
            case "complete" -> Facts.SessionState.COMPLETE;
            case "expired" -> Facts.SessionState.EXPIRED;
            default -> throw new IllegalStateException("Unknown session.status " + status);
        };
    }

    static Facts.Intent intent(PaymentIntent intent) {
        String status = required(intent.getStatus(), "payment_intent.status");
        return new Facts.Intent(
                required(intent.getId(), "payment_intent.id"),
                status.equals("requires_payment_method") || status.equals("canceled"),
                Optional.ofNullable(intent.getAmountReceived()).orElse(0L),
                required(intent.getCurrency(), "payment_intent.currency"),
                voucher(intent),
                status.equals("succeeded") ? charge(intent.getLatestChargeObject()) : null);
    }

    private static Facts.@Nullable Voucher voucher(PaymentIntent intent) {
        return Optional.ofNullable(intent.getNextAction())
                .map(PaymentIntent.NextAction::getKonbiniDisplayDetails)
                .filter(konbini -> konbini.getHostedVoucherUrl() != null)
                .map(FactsMapping::voucher)
                .orElse(null);
    }

    private static Facts.Voucher voucher(PaymentIntent.NextAction.KonbiniDisplayDetails konbini) {
        return new Facts.Voucher(
                URI.create(konbini.getHostedVoucherUrl()),
                time(required(konbini.getExpiresAt(), "konbini_display_details.expires_at")));
    }

    private static Facts.@Nullable Charge charge(@Nullable Charge charge) {
        return charge == null
                ? null
                : new Facts.Charge(
                        required(charge.getId(), "charge.id"),
                        Optional.ofNullable(charge.getPaymentMethodDetails())
                                .map(Charge.PaymentMethodDetails::getType)
                                .orElse("unknown"),
                        movement(charge.getBalanceTransactionObject()));
    }

    private static Facts.@Nullable Movement movement(@Nullable BalanceTransaction line) {
        return line == null
                ? null
                : new Facts.Movement(
                        required(line.getId(), "balance_transaction.id"),
                        required(line.getAmount(), "balance_transaction.amount"),
                        required(line.getFee(), "balance_transaction.fee"),
                        required(line.getCurrency(), "balance_transaction.currency"),
                        time(required(line.getCreated(), "balance_transaction.created")));
    }

    private static Facts.Refunded refund(Refund refund) {
        return new Facts.Refunded(
                required(refund.getId(), "refund.id"),
                request(refund.getMetadata()),
                required(refund.getAmount(), "refund.amount"),
                refundStatus(refund.getStatus()),
                time(required(refund.getCreated(), "refund.created")),
                movement(refund.getBalanceTransactionObject()),
                movement(refund.getFailureBalanceTransactionObject()),
                neededBy(refund));
    }

    private static @Nullable Instant neededBy(Refund refund) {
        return Optional.ofNullable(refund.getNextAction())
                .map(Refund.NextAction::getDisplayDetails)
                .map(Refund.NextAction.DisplayDetails::getExpiresAt)
                .map(FactsMapping::time)
                .orElse(null);
    }

    private static @Nullable RefundId request(@Nullable Map<String, String> metadata) {
        return Optional.ofNullable(metadata)
                .flatMap(entries -> uuid(entries.get(REFUND)))
                .map(RefundId::new)
                .orElse(null);
    }

    private static RefundStatus refundStatus(@Nullable String status) {
        return switch (status) {
            case "requires_action" -> RefundStatus.NEEDS_ACCOUNT;
            case "succeeded" -> RefundStatus.SUCCEEDED;
            case "failed", "canceled" -> RefundStatus.FAILED;
            case null, default -> RefundStatus.PENDING;
        };
    }

    private static Facts.Disputed dispute(Dispute dispute) {
        return new Facts.Disputed(
                required(dispute.getId(), "dispute.id"),
                required(dispute.getAmount(), "dispute.amount"),
                disputeState(required(dispute.getStatus(), "dispute.status")),
                time(required(dispute.getCreated(), "dispute.created")),
                Optional.ofNullable(dispute.getBalanceTransactions()).orElse(List.of()).stream()
                        .map(FactsMapping::movement)
                        .map(line -> required(line, "dispute.balance_transactions"))
                        .toList());
    }

    /** An inquiry that was closed, and a dispute that was prevented, took nothing from us. */
    private static DisputeState disputeState(String status) {
        return switch (status) {
            case "won", "warning_closed", "prevented" -> DisputeState.WON;
            case "lost" -> DisputeState.LOST;
            default -> DisputeState.OPEN;
        };
    }

    static Instant time(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    /** Other systems on the same account may put anything there. */
    static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalStateException("Stripe left out " + field);
        }
        return value;
    }
}
