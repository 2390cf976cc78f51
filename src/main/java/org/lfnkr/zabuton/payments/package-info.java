/**
 * Takes payments through Stripe, once or again and again, and follows each until its end: session,
 * subscription, settlement, refund, dispute. It knows no business: payments and plans carry opaque
 * purposes, and events tell what became of them.
 */
@NullMarked
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "desk", "kernel", "metrics", "startup", "outbox", "audit", "vault", "web"
        })
package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
