package org.lfnkr.zabuton.counter.box;

import java.time.Instant;
import java.util.UUID;

/**
 * Pieces of a box that are gone unsold.
 *
 * @param form its id: sent twice, it is one loss
 * @param by the account of whoever says so
 */
record Loss(UUID form, UUID bazaar, BoxLine line, LossGround ground, String by, Instant at) {}
