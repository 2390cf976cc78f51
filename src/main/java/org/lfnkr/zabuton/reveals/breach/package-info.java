/**
 * Who is affected where something of people may have come to where it should not: a number first,
 * and the list of names by a second person's approval.
 */
@NullMarked
package org.lfnkr.zabuton.reveals.breach;

import org.jspecify.annotations.NullMarked;
