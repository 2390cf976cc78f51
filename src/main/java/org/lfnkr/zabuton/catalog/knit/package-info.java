/**
 * Draws knitted cloth: from a pattern, stitch by stitch, to a picture. It knows nothing of the
 * shop.
 */
@NullMarked
@NamedInterface("knit")
package org.lfnkr.zabuton.catalog.knit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
