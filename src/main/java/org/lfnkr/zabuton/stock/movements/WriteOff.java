package org.lfnkr.zabuton.stock.movements;

import java.time.Instant;
import java.util.UUID;

/**
 * Pieces that somebody says are gone, and that still stand in the stock until somebody else says
 * the same.
 *
 * @param ground why, see {@link Change}
 * @param by the account of the member of staff
 */
record WriteOff(UUID id, String ground, int quantity, String by, Instant at) {}
