/** Lists with their filters, as somebody of the staff wants to see them again. */
@NullMarked
package org.lfnkr.zabuton.staff.views;

import org.jspecify.annotations.NullMarked;
