/** The names under which givers are thanked for all to read, once staff have read them. */
@NullMarked
@NamedInterface("thanks")
package org.lfnkr.zabuton.giving.thanks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
