package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.payments.Opening;

/**
 * What opens the page of an order: the reference that people read out, and a key that nobody can
 * guess and that the database does not hold.
 *
 * @param reference such as {@code 7K3M-9QXT}
 * @param key a signature of the reference
 */
public record OrderLink(String reference, String key) {

    /** The path behind the language. */
    public String path() {
        return "/orders/" + reference + "/" + key;
    }

    /** The path to who could not be sent on to the payment page; it says so where none answered. */
    public String pathAfter(Opening opening) {
        return opening instanceof Opening.Pending ? path() + "?payment=unreached" : path();
    }
}
