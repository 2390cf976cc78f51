/** Where gifts go: to the fund that was named, or elsewhere once that is full or closed. */
@NullMarked
@NamedInterface("purposes")
package org.lfnkr.zabuton.giving.purposes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
