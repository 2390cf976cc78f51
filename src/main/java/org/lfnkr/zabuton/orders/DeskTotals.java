package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Money;

/**
 * Of all orders that a filter lets through, on however many pages they stand.
 *
 * @param orders all of them
 * @param paid those of which we took the money; what follows is of them
 * @param pieces in them
 * @param total what they cost together
 * @param gifts in them
 * @param refunded what of it went back
 */
public record DeskTotals(
        long orders, long paid, long pieces, Money total, Money gifts, Money refunded) {}
