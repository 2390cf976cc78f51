/**
 * Gifts that came by bank, cash or post office, noted from a paper in batches: a batch is posted
 * once as many gifts of as many yen are noted as the paper says.
 */
@NullMarked
package org.lfnkr.zabuton.giving.hand;

import org.jspecify.annotations.NullMarked;
