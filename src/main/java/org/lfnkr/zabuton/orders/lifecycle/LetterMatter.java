package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.orders.OrderId;

import java.util.UUID;

/**
 * What a letter about a part of an order speaks of.
 *
 * @param part a parcel, a return
 */
record LetterMatter(OrderId order, UUID part) {

    /** As its request refers to it: the order, a stroke, the part. */
    static LetterMatter of(MailRequest request) {
        String[] parts = request.reference().split("/", -1);
        return new LetterMatter(new OrderId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
    }
}
