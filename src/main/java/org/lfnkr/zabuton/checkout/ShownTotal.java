package org.lfnkr.zabuton.checkout;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.util.MultiValueMap;

import java.util.Optional;

/** The sum that stood on the button of a check page, in yen. */
public final class ShownTotal {

    private ShownTotal() {}

    /** A form without one can't match any order or gift: no total is below zero. */
    public static Money of(MultiValueMap<String, String> form) {
        return Optional.ofNullable(form.getFirst("total"))
                .flatMap(TypedNumber::sum)
                .orElse(Money.yen(-1));
    }
}
