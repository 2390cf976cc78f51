/**
 * What somebody wants to buy, and what it would cost today: goods, shipping, tax, the gift beside
 * them, and what the profit would make possible. The rest of the orders stands on it.
 */
@NullMarked
@NamedInterface("cart")
package org.lfnkr.zabuton.orders.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
