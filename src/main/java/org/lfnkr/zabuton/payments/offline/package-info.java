/**
 * Money that comes and goes by another way than Stripe: over the bank, in cash, at the post office.
 * Somebody of the organisation sees it and says so; nothing here asks anybody.
 */
@NullMarked
@NamedInterface("offline")
package org.lfnkr.zabuton.payments.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
