/**
 * What outcomes cost, on what evidence and until when: drafts, what pages would say after them, two
 * people, and a queue of claims that end.
 */
@NullMarked
package org.lfnkr.zabuton.funds.prices;

import org.jspecify.annotations.NullMarked;
