package org.lfnkr.zabuton.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in its normal form: half-width, trimmed, its domain in lower case. Its text never
 * shows the address, so that a log line can't.
 *
 * @param value the address, at most 254 characters (RFC 5321, 4.5.3.1.3)
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    public EmailAddress {
        value = normalise(value);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("Not a mail address");
        }
    }

    /** What a person typed, or empty where it can't be a mail address. */
    public static Optional<EmailAddress> parse(String typed) {
        return Optional.of(normalise(typed)).filter(EmailAddress::isAddress).map(EmailAddress::new);
    }

    private static String normalise(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        int at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
