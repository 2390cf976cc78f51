package org.lfnkr.zabuton.counter.till;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/**
 * What is sent when something is sold.
 *
 * @param form its id: tapped twice, it is one sale
 * @param told yen that the page showed
 * @param given yen in the buyer's hand; null where it is exactly what it costs
 */
record Tap(UUID form, Basket basket, Money told, Means means, @Nullable Money given) {}
