package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.stock.alone.AloneLimit;
import org.lfnkr.zabuton.stock.alone.MovedAlone;
import org.lfnkr.zabuton.stock.movements.Noting.Before;
import org.lfnkr.zabuton.stock.movements.Noting.Confirms;
import org.lfnkr.zabuton.stock.movements.Noting.Noted;
import org.lfnkr.zabuton.stock.movements.Noting.TooMany;
import org.lfnkr.zabuton.stock.movements.Noting.Waits;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pieces that broke or were lost: few are gone at once, many only when two people say the same. */
@Component
class WriteOffs {

    private final WriteOffStore store;
    private final MovementStore movements;
    private final MovedAlone alone;
    private final AloneLimit limit;
    private final Clock clock;

    WriteOffs(
            WriteOffStore store,
            MovementStore movements,
            MovedAlone alone,
            AloneLimit limit,
            Clock clock) {
        this.store = store;
        this.movements = movements;
        this.alone = alone;
        this.limit = limit;
        this.clock = clock;
    }

    /** What waits for a second person. */
    Mono<List<WriteOff>> waiting(VariantId variant) {
        return store.waiting(variant).collectList();
    }

    Mono<Boolean> isKnown(UUID form) {
        return store.isKnown(form);
    }

    /**
     * In the transaction of the caller, who has locked the piece.
     *
     * @param ground of the note's change
     * @param available how many could go
     */
    Mono<Noting> note(Note note, String ground, int available) {
        return Mono.zip(
                        alone.today(note.variant()),
                        store.lockDay(note.actor(), today()),
                        waiting(note.variant(), ground))
                .map(it -> new Gone(available, it.getT1(), it.getT2(), it.getT3().orElse(null)))
                .map(gone -> Noting.of(note, gone, limit))
                .delayUntil(noting -> carryOut(note, ground, noting));
    }

    private Mono<Optional<WriteOff>> waiting(VariantId variant, String ground) {
        return store.waiting(variant)
                .filter(it -> it.ground().equals(ground))
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Void> carryOut(Note note, String ground, Noting noting) {
        return switch (noting) {
            case Noted noted ->
                    store.replace(note.variant(), ground)
                            .then(movements.add(note, null, clock.instant()))
                            .then(store.addToDay(note.actor(), today(), note.quantity()));
            case Waits waits ->
                    store.replace(note.variant(), ground)
                            .then(store.add(note, ground, clock.instant()));
            case Confirms second ->
                    store.confirm(second.first(), note.actor(), clock.instant())
                            .then(movements.add(note, second.first(), clock.instant()));
            case Before before -> Mono.empty();
            case TooMany many -> Mono.empty();
        };
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }
}
