package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/** What a parcel up to a weight costs the buyer, tax included, and us. */
record Rate(UUID id, int upToGrams, Money charge, Money carrierCost) {}
