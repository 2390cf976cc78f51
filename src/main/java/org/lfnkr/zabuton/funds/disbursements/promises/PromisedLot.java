package org.lfnkr.zabuton.funds.disbursements.promises;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;

/**
 * What is taken of an order's or a gift's money, and what was promised for it.
 *
 * @param reference by which staff call the order or gift; {@code –} where nobody does
 * @param path of its page at the desk, behind the language; null where it has none
 * @param day on which it was paid; null where the money is spent already
 * @param left yen of it that the fund has; null where the money is spent already
 * @param taken yen
 * @param units whole units that were promised for what is taken; null where it promised something
 *     else, or nothing
 */
record PromisedLot(
        String reference,
        @Nullable String path,
        @Nullable LocalDate day,
        @Nullable Money left,
        Money taken,
        @Nullable Long units) {}
