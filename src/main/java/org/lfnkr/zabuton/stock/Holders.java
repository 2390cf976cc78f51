package org.lfnkr.zabuton.stock;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows what people call the holders of pieces. */
public interface Holders {

    /** What those are called that it knows: order numbers, or the days of counters. */
    Mono<Map<UUID, String>> references(Collection<UUID> holders);
}
