package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.KeyUpkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.function.Supplier;

/**
 * Brings everything under the newest master key, so that a previous one can be given up. It finds
 * nothing to do but after a change of {@code zabuton.vault.key}.
 */
@Component
public class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final KeyUpkeep keys;
    private final Supporters supporters;

    KeyRotation(KeyUpkeep keys, Supporters supporters) {
        this.keys = keys;
        this.supporters = supporters;
    }

    /**
     * @return how much was renewed
     */
    public Mono<Long> renew() {
        return untilNoneIsLeft(keys::rewrap)
                .zipWith(untilNoneIsLeft(supporters::reindex), Long::sum)
                .doOnNext(KeyRotation::tell);
    }

    private static Mono<Long> untilNoneIsLeft(Supplier<Mono<Long>> batch) {
        return Mono.defer(batch).repeat().takeUntil(renewed -> renewed == 0).reduce(Long::sum);
    }

    private static void tell(long renewed) {
        if (renewed > 0) {
            log.info(
                    "Everything is under the newest vault key now ({} renewed);"
                            + " zabuton.vault.previous-keys can be emptied once every node says so",
                    renewed);
        }
    }
}
