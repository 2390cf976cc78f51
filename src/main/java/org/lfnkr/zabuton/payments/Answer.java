package org.lfnkr.zabuton.payments;

import org.springframework.modulith.NamedInterface;

/** What came of a call to Stripe, by what it lets us conclude. */
@NamedInterface("inside")
public sealed interface Answer<T> {

    record Known<T>(T value) implements Answer<T> {}

    /** Stripe did not do it and will not: a definite 4xx. */
    record Refused<T>(String code) implements Answer<T> {

        /** Stripe has no such object. */
        public boolean isAbsence() {
            return code.equals("resource_missing");
        }

        /** Stripe has it already. */
        public boolean isPresence() {
            return code.equals("resource_already_exists");
        }

        /** Stripe takes fewer mail addresses than there are. */
        public boolean isOfAddress() {
            return code.equals("email_invalid");
        }
    }

    /**
     * The key was used with other parameters before; never repeated under another key by itself.
     */
    record Mismatched<T>() implements Answer<T> {}

    /** It was not done this time, through no fault of the request. */
    record NotNow<T>() implements Answer<T> {}

    /**
     * It may have been done.
     *
     * @param finished the execution has ended with a server error, which Stripe repeats for the key
     */
    record Unknown<T>(boolean finished) implements Answer<T> {}
}
