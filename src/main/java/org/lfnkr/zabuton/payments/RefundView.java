package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;

/** A refund as a page shows it. */
public record RefundView(RefundId id, Money amount, RefundStatus status, Instant requestedAt) {}
