package org.lfnkr.zabuton.content;

import java.util.Locale;

/**
 * What a seller at a distance has to say: 特定商取引に関する法律, article 11, and the regulation under it, as
 * the Consumer Affairs Agency's guide lists it.
 */
enum DisclosureItem {
    SELLER,
    RESPONSIBLE,
    ADDRESS,
    PHONE,
    MAIL,
    HOURS,
    PRICE,
    CHARGES,
    PAYMENT,
    PAYMENT_TIME,
    DELIVERY,
    CANCELLATION,
    RETURNS,
    PERIOD;

    String key() {
        return "content.disclosure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
