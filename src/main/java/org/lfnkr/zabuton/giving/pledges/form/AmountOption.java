package org.lfnkr.zabuton.giving.pledges.form;

import org.lfnkr.zabuton.kernel.Money;

import java.util.Map;

/**
 * An amount that is offered.
 *
 * @param meanings by the cause's code, what it could do; a cause that can claim nothing is left out
 */
record AmountOption(Money amount, Map<String, String> meanings) {

    AmountOption {
        meanings = Map.copyOf(meanings);
    }

    public String value() {
        return Long.toString(amount.yen());
    }
}
