/** Commands that measure, and are no tests. */
@NullMarked
package org.lfnkr.zabuton.benchmarks;

import org.jspecify.annotations.NullMarked;
