package org.lfnkr.zabuton.kernel;

import static java.util.Locale.ROOT;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in its normal form: half-width, trimmed, its domain in lower case. What people
 * type is read more strictly ({@link #parse}) than what was stored before that was so. Its text
 * never shows the address, so that a log line can't.
 *
 * @param value the address, at most 254 characters (RFC 5321, 4.5.3.1.3)
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    /** Letters, digits and signs between single dots (RFC 5322, 3.2.3, dot-atom). */
    private static final Pattern LOCAL =
            Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    public EmailAddress {
        value = normalise(value);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("Not a mail address");
        }
    }

    /**
     * What a person typed, or empty where no mail can be sent to it: neither the mail server nor
     * Stripe takes a name with two dots side by side or with letters beyond ASCII. A domain with
     * such letters gets its ASCII form (RFC 5891).
     */
    public static Optional<EmailAddress> parse(String typed) {
        String text = normalise(typed);
        int at = text.lastIndexOf('@');
        return at < 1
                ? Optional.empty()
                : ascii(text.substring(at + 1))
                        .map(domain -> text.substring(0, at) + "@" + domain)
                        .filter(EmailAddress::canBeSentTo)
                        .map(EmailAddress::new);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(ROOT));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    private static boolean canBeSentTo(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= LONGEST
                && at <= LONGEST_LOCAL
                && LOCAL.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }

    private static String normalise(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        int at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at) + text.substring(at).toLowerCase(ROOT);
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
