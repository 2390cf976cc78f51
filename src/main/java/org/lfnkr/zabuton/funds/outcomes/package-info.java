/**
 * What disbursements bought, what of it arrived or never will, and what may be said of it to those
 * whose money it was.
 */
@NullMarked
@NamedInterface("outcomes")
package org.lfnkr.zabuton.funds.outcomes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
