/** The form of a gift: what is asked, how it is read, and its page to check the answers. */
@NullMarked
package org.lfnkr.zabuton.giving.pledges.form;

import org.jspecify.annotations.NullMarked;
