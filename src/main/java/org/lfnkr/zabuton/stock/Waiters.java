package org.lfnkr.zabuton.stock;

import org.lfnkr.zabuton.catalog.VariantId;

import reactor.core.publisher.Mono;

/** Knows how many people want to be told when a piece is there, and tells nobody who they are. */
public interface Waiters {

    /** How many wait for one variant. */
    Mono<Integer> people(VariantId variant);
}
