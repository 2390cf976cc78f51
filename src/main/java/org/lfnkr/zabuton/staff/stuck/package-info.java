/** Work that the shop has given up, and where staff have it tried again. */
@NullMarked
package org.lfnkr.zabuton.staff.stuck;

import org.jspecify.annotations.NullMarked;
