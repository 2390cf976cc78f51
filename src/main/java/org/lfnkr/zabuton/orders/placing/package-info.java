/**
 * Places an order: priced anew, its pieces held, its buyer sealed in the vault, its payment asked
 * for, all of it in one transaction.
 */
@NullMarked
package org.lfnkr.zabuton.orders.placing;

import org.jspecify.annotations.NullMarked;
