/**
 * A page at Stripe on which is paid, once or again and again: opened under parameters that are kept
 * sealed, resumed, renewed, expired.
 */
@NullMarked
package org.lfnkr.zabuton.payments.hosted;

import org.jspecify.annotations.NullMarked;
