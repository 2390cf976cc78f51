package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.catalog.VariantId;

import java.util.UUID;

/**
 * What somebody notes of one piece.
 *
 * @param quantity pieces, above 0
 * @param form that said so
 * @param actor the account of the member of staff
 */
record Note(VariantId variant, Change change, int quantity, UUID form, String actor) {}
