package org.lfnkr.zabuton.funds.disbursements;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why money comes back. */
public enum ReturnWhy {
    /** It will not be paid. */
    CALLED_OFF,
    /** The bank paid less than was signed. */
    PAID_LESS,
    /** What was bought did not come. */
    NOT_DELIVERED,
    /** It cost less. */
    CHEAPER,
    /** The bank could not pay it out. */
    FAILED,
    /** It went to the wrong payee, or twice. */
    WRONG;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a row of the bank brings it: not where it never left. */
    boolean arrives() {
        return this != CALLED_OFF && this != PAID_LESS;
    }

    /** What may be the reason once it is paid. */
    public static List<ReturnWhy> ofPaid() {
        return List.of(NOT_DELIVERED, CHEAPER, FAILED, WRONG);
    }

    /** Empty for what is none. */
    public static Optional<ReturnWhy> of(String code) {
        return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst();
    }
}
