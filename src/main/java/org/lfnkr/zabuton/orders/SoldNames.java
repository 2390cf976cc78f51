package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Bilingual;

/**
 * What a line was called when it was sold, for readers of both languages.
 *
 * @param name of the product
 * @param colour of the variant
 */
public record SoldNames(Bilingual name, Bilingual colour) {}
