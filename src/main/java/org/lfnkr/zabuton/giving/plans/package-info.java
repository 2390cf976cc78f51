/**
 * What is given again and again: how it stands, its pages and letters, and what its giver changes.
 */
@NullMarked
@NamedInterface("plans")
package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
