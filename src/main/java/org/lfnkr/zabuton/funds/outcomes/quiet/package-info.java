/** Who wants no mails about purchases and deliveries, and the press that ends them. */
@NullMarked
package org.lfnkr.zabuton.funds.outcomes.quiet;

import org.jspecify.annotations.NullMarked;
