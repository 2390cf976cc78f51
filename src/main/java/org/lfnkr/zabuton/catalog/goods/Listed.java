package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.kernel.Bilingual;

import java.util.UUID;

/**
 * A product in the desk's list.
 *
 * @param kinds how many variants it has
 * @param onSale how many of them can be bought
 */
record Listed(UUID id, String slug, Bilingual name, int kinds, int onSale) {}
