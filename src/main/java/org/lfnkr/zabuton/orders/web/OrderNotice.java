package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.net.URI;
import java.time.Instant;

/**
 * An order that waits for its payment, shown to the browser that placed it.
 *
 * @param path of its page, behind the language
 * @param code the konbini code's page, where the buyer holds one
 * @param payBy until when the code can be paid
 */
record OrderNotice(
        String reference, String path, Money total, @Nullable URI code, @Nullable Instant payBy) {

    /** The buyer has done what was theirs to do in the shop. */
    public boolean isAtTheStore() {
        return code != null;
    }
}
