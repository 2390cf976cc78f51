package org.lfnkr.zabuton.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A variant as it is offered on one day.
 *
 * @param costSheet the sheet that holds on that day; null where none does, and then nothing may be
 *     claimed about the profit
 */
public record Offer(Product product, Variant variant, @Nullable CostSheet costSheet) {}
