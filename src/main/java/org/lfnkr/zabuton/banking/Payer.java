package org.lfnkr.zabuton.banking;

import java.util.UUID;

/**
 * Who stands in a row, without a name: two rows of the same payer have equal ones.
 *
 * @param row whose sealed text it is of
 */
public record Payer(UUID row, String fingerprint) {

    @Override
    public String toString() {
        return "Payer[" + row + "]";
    }
}
