/**
 * Lets members of staff in to the desk, the part of the shop below /{lang}/desk, whose pages live
 * with their features. Accounts are configured, and there is no desk without one. What no feature
 * owns has its page here: work that the shop has given up.
 */
@NullMarked
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"desk", "kernel", "outbox", "audit", "web"})
package org.lfnkr.zabuton.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
