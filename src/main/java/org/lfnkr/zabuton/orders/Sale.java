package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.Takings;

import java.util.UUID;

/**
 * An order as the books need it, as it was fixed at the sale.
 *
 * @param outcomePrice the version of the price book that the buyer saw; null where nothing was
 *     claimed
 */
public record Sale(UUID orderId, Takings takings, @Nullable UUID outcomePrice) {}
