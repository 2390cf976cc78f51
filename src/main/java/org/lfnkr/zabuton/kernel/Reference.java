package org.lfnkr.zabuton.kernel;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

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

    /**
     * What somebody wrote for one, as it is kept: in full width, without the hyphen, with an O for
     * a 0. Of anything else some text that is none.
     */
    public static String read(String typed) {
        String signs =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^0-9A-Z]", "")
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        return signs.length() == 2 * HALF
                ? signs.substring(0, HALF) + "-" + signs.substring(HALF)
                : "";
    }

    private static String half() {
        StringBuilder text = new StringBuilder(HALF);
        for (int i = 0; i < HALF; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
