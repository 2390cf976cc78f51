/**
 * How much a fund needs, whether it is closed, and where gifts for it go then: drafts, two people,
 * and what has come so far.
 */
@NullMarked
package org.lfnkr.zabuton.funds.targets;

import org.jspecify.annotations.NullMarked;
