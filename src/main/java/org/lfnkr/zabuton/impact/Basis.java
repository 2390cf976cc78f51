package org.lfnkr.zabuton.impact;

import java.util.Optional;

/**
 * By what a sale promises on a day.
 *
 * @param price empty while nothing may be claimed
 */
public record Basis(AllocationPolicy policy, Optional<OutcomePrice> price) {}
