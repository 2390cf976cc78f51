package org.lfnkr.zabuton.supporters.proofs;

import org.lfnkr.zabuton.kernel.EmailAddress;

import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a proof's mail holds; it lies in the vault until the proof is over.
 *
 * @param token of the link
 * @param code six digits, for the browser that asked
 */
record Mailed(EmailAddress email, Secret token, String code) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TEXT = Pattern.compile("(\\d{6}) (\\S{43}) (.+)");

    static Mailed to(EmailAddress email) {
        return new Mailed(email, Secret.random(), "%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    String text() {
        return code + " " + token.text() + " " + email.value();
    }

    static Mailed parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("Not what was mailed");
        }
        return new Mailed(
                new EmailAddress(parts.group(3)), new Secret(parts.group(2)), parts.group(1));
    }

    @Override
    public String toString() {
        return "Mailed[…]";
    }
}
