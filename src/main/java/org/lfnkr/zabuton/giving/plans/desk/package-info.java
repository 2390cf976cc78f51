/** Plans at the desk: their list, the file of each, and what staff change for its giver. */
@NullMarked
package org.lfnkr.zabuton.giving.plans.desk;

import org.jspecify.annotations.NullMarked;
