package org.lfnkr.zabuton.stock.movements;

import org.jspecify.annotations.Nullable;

/**
 * What is known when somebody says that pieces are gone.
 *
 * @param available how many could go
 * @param ofPiece by how many pieces people moved this one today whom nobody seconded, below 0 where
 *     more are gone
 * @param byActor how many pieces of whatever kind the same person wrote off alone today
 * @param waiting what waits for a second person on the same ground; null where nothing does
 */
record Gone(int available, int ofPiece, int byActor, @Nullable WriteOff waiting) {}
