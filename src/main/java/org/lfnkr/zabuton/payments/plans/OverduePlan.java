package org.lfnkr.zabuton.payments.plans;

import java.time.Instant;

/**
 * A charge of a plan that is tried in vain.
 *
 * @param invoice Stripe's id of what is to be paid
 * @param since when that was due
 */
public record OverduePlan(String invoice, Instant since) {}
