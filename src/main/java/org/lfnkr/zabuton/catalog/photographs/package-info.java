/** Photographs of products: brought, drawn anew without what a camera tells, kept and served. */
@NullMarked
@NamedInterface("photographs")
package org.lfnkr.zabuton.catalog.photographs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
