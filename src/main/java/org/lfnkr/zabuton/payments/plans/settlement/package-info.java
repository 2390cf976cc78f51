/**
 * Decides what follows from what Stripe says of a plan: begun, charged, changed, ended; and what
 * may be asked to change of it now. Pure rules; nothing here asks or stores anything.
 */
@NullMarked
package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.NullMarked;
