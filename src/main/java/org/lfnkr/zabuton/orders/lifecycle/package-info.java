/**
 * What becomes of an order as its money, its parcels and its returns move, and the letters that
 * tell its buyer.
 */
@NullMarked
package org.lfnkr.zabuton.orders.lifecycle;

import org.jspecify.annotations.NullMarked;
