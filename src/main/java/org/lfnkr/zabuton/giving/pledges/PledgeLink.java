package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.payments.Opening;

/**
 * What opens the page of a pledge: the reference that people read out, and a key that nobody can
 * guess and that the database does not hold.
 *
 * @param key a signature of the reference
 */
public record PledgeLink(String reference, String key) {

    /** The path behind the language. */
    public String path() {
        return "/gifts/" + reference + "/" + key;
    }

    /** The path to who could not be sent on to the payment page; it says so where none answered. */
    public String pathAfter(Opening opening) {
        return opening instanceof Opening.Pending ? path() + "?payment=unreached" : path();
    }
}
