/**
 * Stripe: its SDK, the calls that are made, what it tells and what is read of it. Nobody else knows
 * it; it serves the payments and the plans by what they ask for.
 */
@NullMarked
package org.lfnkr.zabuton.payments.stripe;

import org.jspecify.annotations.NullMarked;
