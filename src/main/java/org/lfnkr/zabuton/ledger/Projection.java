package org.lfnkr.zabuton.ledger;

import reactor.core.publisher.Mono;

/**
 * Figures that are computed from the journal and kept, so that they can be computed anew; a bean of
 * the module that keeps them. Their {@code @Order} is that in which they are computed.
 *
 * @param name such as {@code ledger.day_sum}
 * @param hash of all of them as they are kept, in the order of what they say
 * @param rebuild drops them and computes them anew, in the caller's transaction
 */
public record Projection(String name, Mono<String> hash, Mono<Void> rebuild) {}
