package org.lfnkr.zabuton.payments.plans;

import java.time.YearMonth;

/**
 * A card as its owner knows it.
 *
 * @param brand Stripe's name, such as {@code visa} or {@code jcb}
 * @param expires the last month in which it can be charged
 */
public record Card(String brand, String last4, YearMonth expires) {}
