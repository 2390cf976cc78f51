package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.kernel.Bilingual;

/**
 * What may change of a variant.
 *
 * @param leadDays 0 where it is kept in stock
 */
record KindWords(Bilingual colourName, int grams, int leadDays) {}
