package org.lfnkr.zabuton.stock.counts;

import java.util.UUID;

/**
 * A count that waits for somebody else's.
 *
 * @param difference pieces that were found, less those that should have been there
 * @param by the account of the member of staff
 */
record Waiting(UUID id, int difference, String by) {}
