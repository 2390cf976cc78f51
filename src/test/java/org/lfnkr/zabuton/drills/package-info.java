/** Drills: the whole application under a bad day, looked at from outside. */
@NullMarked
package org.lfnkr.zabuton.drills;

import org.jspecify.annotations.NullMarked;
