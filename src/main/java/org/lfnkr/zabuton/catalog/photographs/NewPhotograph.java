package org.lfnkr.zabuton.catalog.photographs;

import org.lfnkr.zabuton.kernel.Bilingual;

/**
 * A file that somebody wants to be shown of a product.
 *
 * @param slug of the product
 * @param words what the picture shows
 * @param file as it was brought; nothing is believed of it
 */
public record NewPhotograph(String slug, Bilingual words, byte[] file) {}
