/**
 * One plan from being asked for to its end: what Stripe says is asked for, what is decided is
 * stored and told, and changes that were wished are sent. To have a plan begun, begin at {@link
 * org.lfnkr.zabuton.payments.plans.processing.Plans#request}.
 */
@NullMarked
@NamedInterface("plans")
package org.lfnkr.zabuton.payments.plans.processing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
