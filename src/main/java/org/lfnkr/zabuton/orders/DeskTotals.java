package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Money;

/**
 * Of all orders that a filter lets through, on however many pages they stand.
 *
 * @param total what they cost together, paid or not
 * @param gifts in them
 * @param refunded what of it went back
 */
public record DeskTotals(long orders, long pieces, Money total, Money gifts, Money refunded) {}
