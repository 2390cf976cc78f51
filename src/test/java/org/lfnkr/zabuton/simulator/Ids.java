package org.lfnkr.zabuton.simulator;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Identifiers that look like Stripe's: a prefix that tells the type, then letters and digits. */
final class Ids {

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String next(String prefix) {
        return prefix + "_" + random(24);
    }

    static String session() {
        return "cs_test_a1" + random(56);
    }

    static String secret(String id) {
        return id + "_secret_" + random(24);
    }

    static String digits(int length) {
        return RANDOM.ints(length, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    static String random(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
