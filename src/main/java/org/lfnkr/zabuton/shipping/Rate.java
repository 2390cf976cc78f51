package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/**
 * What a parcel up to a weight costs the buyer, tax included, and us.
 *
 * @param timed whether its carrier takes a wish for day and hours: parcel services do, letter post
 *     doesn't
 */
record Rate(UUID id, int upToGrams, Money charge, Money carrierCost, boolean timed) {}
