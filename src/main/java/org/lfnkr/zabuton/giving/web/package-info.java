/** The pages from the wish to give to the gift, and the giver's own. */
@NullMarked
package org.lfnkr.zabuton.giving.web;

import org.jspecify.annotations.NullMarked;
