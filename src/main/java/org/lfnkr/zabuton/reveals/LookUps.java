package org.lfnkr.zabuton.reveals;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;

/** Keeps who asked for people, and how often: nobody browses by guessing. */
@Service
public class LookUps {

    private static final Duration COUNTED = Duration.ofHours(1);

    private final LookUpStore store;
    private final RevealLimits limits;
    private final Clock clock;

    LookUps(LookUpStore store, RevealLimits limits, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether this reader may ask for another person now. */
    public Mono<Boolean> mayAsk(Colleague reader) {
        return store.count(reader.account(), clock.instant().minus(COUNTED))
                .map(asked -> asked < limits.lookUpsAnHour());
    }

    /**
     * Notes that a reader with the right asked for somebody.
     *
     * @param found the person; null where nobody was found
     */
    @Transactional
    public Mono<Void> note(LookUp.Kind kind, @Nullable SupporterId found, Colleague reader) {
        LookUp asked = new LookUp(clock.instant(), reader.by(kind.right()).orElseThrow(), kind);
        return store.add(asked, reader.account(), found);
    }
}
