package org.lfnkr.zabuton.supporters;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;

/**
 * What a module keeps about people, for the pages on which they see it, take it away and have it
 * erased. Implemented, as a bean, by every module that keeps any.
 */
public interface PersonalRecords {

    /**
     * Names the module's part in the file to take away, and begins its message keys: {@code
     * orders.data.title} is its heading, {@code orders.data.placed} the label of the field {@code
     * placed}, {@code orders.data.kept.gifts} what is kept by law.
     */
    String section();

    /** All of it, in the order to be read. */
    Flux<PersonalRecord> of(Member member);

    /** The ids of what letters to this person are written about. */
    default Flux<UUID> matters(Member member) {
        return Flux.empty();
    }

    /** What has to come to an end before the person can be forgotten. */
    default Flux<Obstacle> obstacles(Member member) {
        return Flux.empty();
    }

    /** What the law makes us keep of this person, and until when. */
    default Flux<KeptRecord> kept(Member member) {
        return Flux.empty();
    }

    /**
     * Does what must be done before the person's key is destroyed, and removes what would find them
     * again. Runs in the transaction of the erasure, after {@link #kept} was put aside.
     */
    default Mono<Void> erase(Member member) {
        return Mono.empty();
    }
}
