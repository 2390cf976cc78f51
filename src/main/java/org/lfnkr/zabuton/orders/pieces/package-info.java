/**
 * What becomes of the pieces of an order that will not be sent, or have come back: staff decide,
 * money never does.
 */
@NullMarked
@NamedInterface("pieces")
package org.lfnkr.zabuton.orders.pieces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
