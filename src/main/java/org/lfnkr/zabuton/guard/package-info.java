/**
 * Keeps those who test stolen cards away from Stripe without turning honest people away: who comes
 * while too much is left unfinished has to prove a mail address first. Staff see it and can close a
 * gate.
 */
@NullMarked
@ApplicationModule(
        displayName = "Guard",
        allowedDependencies = {"desk", "outbox", "audit", "web"})
package org.lfnkr.zabuton.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
