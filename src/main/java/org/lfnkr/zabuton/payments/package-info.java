/**
 * Takes payments through Stripe and follows each until its end: session, settlement, refund,
 * dispute. It knows no business: a payment carries an opaque purpose, and events tell what became
 * of it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {"kernel", "outbox", "audit", "vault", "web"})
package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
