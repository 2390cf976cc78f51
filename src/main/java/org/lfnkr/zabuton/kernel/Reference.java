package org.lfnkr.zabuton.kernel;

import java.security.SecureRandom;

/** Makes references that can be read out: Crockford's base 32, which has no I, L, O and U. */
public final class Reference {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HALF = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /** Such as {@code 7K3M9-QXT4B}: 50 bits. */
    public static String random() {
        return half() + "-" + half();
    }

    private static String half() {
        StringBuilder text = new StringBuilder(HALF);
        for (int i = 0; i < HALF; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
