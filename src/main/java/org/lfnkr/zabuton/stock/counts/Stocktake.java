package org.lfnkr.zabuton.stock.counts;

import org.lfnkr.zabuton.catalog.VariantId;

import java.util.UUID;

/**
 * What somebody counted of one piece.
 *
 * @param id of the form that said so
 * @param counted pieces that lie here
 * @param by the account of the member of staff
 */
record Stocktake(UUID id, VariantId variant, int counted, String by) {}
