/** What went wrong, told on a page of its own or, where nobody is left to read it, in the log. */
@NullMarked
package org.lfnkr.zabuton.web.errors;

import org.jspecify.annotations.NullMarked;
