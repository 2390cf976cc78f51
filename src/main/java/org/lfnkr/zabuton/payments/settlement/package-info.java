/**
 * Decides what follows from what Stripe says of a payment: settled, held, given back, disputed.
 * Pure rules; nothing here asks or stores anything.
 */
@NullMarked
package org.lfnkr.zabuton.payments.settlement;

import org.jspecify.annotations.NullMarked;
