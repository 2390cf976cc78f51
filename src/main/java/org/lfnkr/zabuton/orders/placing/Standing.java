package org.lfnkr.zabuton.orders.placing;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in the database at the moment of a wish.
 *
 * @param earlier the same order, placed before
 * @param buyer whoever was met with the buyer's address
 * @param available how many pieces of the cart's there are
 * @param anotherWaits whether an order of the same attempt with other content waits for money
 */
record Standing(
        Optional<Earlier> earlier,
        Optional<Supporter> buyer,
        Map<VariantId, Integer> available,
        boolean anotherWaits) {

    /** An order that was placed before. */
    record Earlier(String reference, OrderStatus status, PaymentId payment) {}

    static Standing of(Readable row, UUID[] variants) {
        Integer[] counted = Row.need(row, "available", Integer[].class);
        Map<VariantId, Integer> available = new HashMap<>();
        for (int i = 0; i < variants.length; i++) {
            available.put(new VariantId(variants[i]), counted[i]);
        }
        return new Standing(earlier(row), buyer(row), available, Row.flag(row, "another_waits"));
    }

    private static Optional<Earlier> earlier(Readable row) {
        return Optional.ofNullable(row.get("reference", String.class))
                .map(
                        reference ->
                                new Earlier(
                                        reference,
                                        OrderStatus.valueOf(Row.text(row, "status")),
                                        new PaymentId(Row.uuid(row, "payment"))));
    }

    private static Optional<Supporter> buyer(Readable row) {
        return Optional.ofNullable(row.get("supporter", UUID.class))
                .map(
                        id ->
                                new Supporter(
                                        new SupporterId(id),
                                        new SubjectId(
                                                Objects.requireNonNull(
                                                        row.get("subject", UUID.class)))));
    }
}
