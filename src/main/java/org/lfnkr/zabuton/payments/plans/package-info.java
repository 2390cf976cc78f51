/**
 * Payments that repeat: what was agreed, what is charged and when, what is asked to change. Each
 * charge that is paid becomes a payment like any other.
 */
@NullMarked
@NamedInterface("plans")
package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
