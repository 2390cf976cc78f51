/**
 * How profit and gifts are shared among funds, from which day on, and why: drafts, what they would
 * have changed, two people, and a history that everybody can read.
 */
@NullMarked
package org.lfnkr.zabuton.funds.policies;

import org.jspecify.annotations.NullMarked;
