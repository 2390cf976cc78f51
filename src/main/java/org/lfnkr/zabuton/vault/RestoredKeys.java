package org.lfnkr.zabuton.vault;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whether a database and a key directory that were brought back fit: the key of everybody who is
 * known opens, and nobody's who was erased.
 */
@Component
public class RestoredKeys {

    private static final int BATCH = 1_000;

    private final VaultStore store;
    private final KeyDirectory keys;

    RestoredKeys(VaultStore store, KeyDirectory keys) {
        this.store = store;
        this.keys = keys;
    }

    /** What doesn't fit, in words for the operator; nothing when all does. */
    public Mono<List<String>> violations() {
        return all().concatMap(this::look).reduce(Sum.NONE, Sum::plus).map(Sum::violations);
    }

    private Flux<VaultStore.Known> all() {
        return page(new UUID(0, 0))
                .expand(
                        page ->
                                page.size() < BATCH
                                        ? Mono.empty()
                                        : page(page.getLast().subject().value()))
                .concatMapIterable(page -> page);
    }

    private Mono<List<VaultStore.Known>> page(UUID after) {
        return store.known(after, BATCH).collectList();
    }

    private Mono<Sum> look(VaultStore.Known person) {
        return keys.find(person.subject())
                .map(key -> person.destroyed() ? Sum.BACK : Sum.NONE)
                .onErrorReturn(person.destroyed() ? Sum.NONE : Sum.LOST);
    }

    /**
     * @param lost known to the database, and their key isn't there or doesn't open
     * @param back erased, and their key is there again
     */
    private record Sum(long lost, long back) {

        static final Sum NONE = new Sum(0, 0);
        static final Sum LOST = new Sum(1, 0);
        static final Sum BACK = new Sum(0, 1);

        Sum plus(Sum other) {
            return new Sum(lost + other.lost, back + other.back);
        }

        List<String> violations() {
            return Stream.of(
                            told(
                                    lost,
                                    " keys are lost or don't open: is the copy of the keys older"
                                            + " than that of the database, or the vault's key another?"),
                            told(back, " destroyed keys are back: lay the newest signs over them"))
                    .flatMap(List::stream)
                    .toList();
        }

        private static List<String> told(long count, String what) {
            return count == 0 ? List.of() : List.of(count + what);
        }
    }
}
