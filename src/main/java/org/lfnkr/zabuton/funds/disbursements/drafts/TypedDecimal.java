package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.lfnkr.zabuton.web.Typed;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts and rates with a point, in half or full width, as they are meant or not at all. */
final class TypedDecimal {

    private static final Pattern DECIMAL =
            Pattern.compile("(?:[0-9]{1,12}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3})(?:\\.[0-9]{1,8})?");

    private TypedDecimal() {}

    /**
     * @param typed digits, or groups of three behind commas, and up to eight places behind a point
     * @return empty for anything else, and for nothing
     */
    static Optional<BigDecimal> of(String typed) {
        String code = Typed.code(typed);
        return DECIMAL.matcher(code).matches()
                ? Optional.of(new BigDecimal(code.replace(",", "")))
                        .filter(value -> value.signum() > 0)
                : Optional.empty();
    }
}
