package org.lfnkr.zabuton.banking;

import reactor.core.publisher.Mono;

/**
 * Takes a match back for a module whose two people have signed that the row was not that. Whoever
 * matched it can do so alone as long as the {@link Counterpart} lets it be forgotten.
 */
public interface Disowning {

    /** Has others wait who could match the row or take it back, until the transaction ends. */
    Mono<Void> hold(String kind, String reference);

    /**
     * Takes back by an entry of today what the row was said to be, in the caller's transaction. The
     * row is open again. It must be matched, and its counterpart must let it be forgotten.
     *
     * @param by the account of who signed
     */
    Mono<Void> disown(String kind, String reference, String by);
}
