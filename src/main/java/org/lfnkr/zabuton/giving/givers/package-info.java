/**
 * Gifts by who gave them: for receipts, for my page, and for what supporters may ask of their data.
 */
@NullMarked
@NamedInterface("givers")
package org.lfnkr.zabuton.giving.givers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
