/** The page of a gift, as its giver sees it by their link: where it stands and what can be done. */
@NullMarked
package org.lfnkr.zabuton.giving.pledges.page;

import org.jspecify.annotations.NullMarked;
