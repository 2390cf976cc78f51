/**
 * What somebody agreed to give, from the form to each charge and what follows it. To give, begin at
 * {@link org.lfnkr.zabuton.giving.pledges.Giving#give}.
 */
@NullMarked
@NamedInterface("pledges")
package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
