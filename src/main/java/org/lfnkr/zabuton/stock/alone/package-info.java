/** How much one person may take from the shelf, or find on it, before a second one has to agree. */
@NullMarked
@NamedInterface("alone")
package org.lfnkr.zabuton.stock.alone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
