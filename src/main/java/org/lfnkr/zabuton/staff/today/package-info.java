/**
 * What waits for whoever has come in: the counts that the modules contribute, whether what has to
 * agree does, and what was put off until when and why.
 */
@NullMarked
package org.lfnkr.zabuton.staff.today;

import org.jspecify.annotations.NullMarked;
