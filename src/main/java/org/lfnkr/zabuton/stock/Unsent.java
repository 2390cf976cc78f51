package org.lfnkr.zabuton.stock;

import org.lfnkr.zabuton.catalog.VariantId;

import reactor.core.publisher.Mono;

/**
 * Pieces that are sold and still lie here. They have left the stock, and who counts the shelf
 * counts them too.
 */
public interface Unsent {

    /** How many of one variant wait to be sent. */
    Mono<Integer> pieces(VariantId variant);
}
