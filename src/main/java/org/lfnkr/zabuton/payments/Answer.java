package org.lfnkr.zabuton.payments;

/** What came of a call to Stripe, by what it lets us conclude. */
sealed interface Answer<T> {

    record Known<T>(T value) implements Answer<T> {}

    /** Stripe did not do it and will not: a definite 4xx. */
    record Refused<T>(String code) implements Answer<T> {

        /** Stripe has no such object. */
        boolean isAbsence() {
            return code.equals("resource_missing");
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
