/** Gifts as staff see them: found without names, and opened with a reason. */
@NullMarked
@NamedInterface("desk")
package org.lfnkr.zabuton.giving.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
