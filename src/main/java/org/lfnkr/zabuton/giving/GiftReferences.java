package org.lfnkr.zabuton.giving;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;

/** How people know pledges, for lists of what belongs to them. */
public interface GiftReferences {

    /** By the purposes of payments; whichever names no pledge is not in it. */
    Mono<Map<String, String>> references(Collection<String> purposes);
}
