/**
 * One payment from being asked for to its end: what Stripe says is asked for, what is decided is
 * stored and told, refunds are sent, and what is held waits for staff. To have something paid,
 * begin at {@link org.lfnkr.zabuton.payments.processing.Payments#request}.
 */
@NullMarked
@NamedInterface("processing")
package org.lfnkr.zabuton.payments.processing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
