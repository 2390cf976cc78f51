package org.lfnkr.zabuton.giving.pledges;

import java.time.LocalDate;

/**
 * A card in somebody's honour.
 *
 * @param from who gives
 * @param cause code of what its money went to
 */
record HonourCard(String honouree, String message, String from, String cause, LocalDate day) {

    @Override
    public String toString() {
        return "HonourCard[…]";
    }
}
