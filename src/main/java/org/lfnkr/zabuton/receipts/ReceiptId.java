package org.lfnkr.zabuton.receipts;

import java.util.UUID;

public record ReceiptId(UUID value) {

    static ReceiptId random() {
        return new ReceiptId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
