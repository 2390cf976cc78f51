package org.lfnkr.zabuton.vault;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what people tell us. Each person has a data key of their own; the database holds it only
 * wrapped by the master key of the configuration (envelope encryption, AES-256-GCM). The writing
 * methods join the caller's transaction.
 *
 * <p>A place names what is kept and in which row, such as {@code orders.address/6f1c…}. It is part
 * of what is authenticated, and readable in the database: no personal data in it.
 */
@Component
public class Vault {

    static final String WRAPPING = "vault/wrapping";
    private static final int BATCH = 200;

    private final VaultStore store;
    private final MasterKeys masters;
    private final BlindIndex blindIndex;
    private final Clock clock;

    Vault(VaultStore store, MasterKeys masters, Clock clock) {
        this.store = store;
        this.masters = masters;
        this.blindIndex = new BlindIndex(masters);
        this.clock = clock;
    }

    /** A new person, of whom nothing is known yet. */
    @Transactional
    public Mono<SubjectId> open() {
        DataKey key = DataKey.generate(SubjectId.random());
        return store.add(WrappedKey.of(key, masters), clock.instant()).thenReturn(key.subject());
    }

    /** Keeps a text, in the stead of what was at this place before. */
    @Transactional
    public Mono<Void> seal(SubjectId subject, String place, String plaintext) {
        return sealAll(subject, Map.of(place, plaintext));
    }

    /**
     * Keeps several texts by place, in two round trips.
     *
     * @return an {@link IllegalStateException} where the person is unknown or erased
     */
    @Transactional
    public Mono<Void> sealAll(SubjectId subject, Map<String, String> texts) {
        return store.keyForSealing(subject)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("No such person")))
                .map(key -> seal(key.open(masters), texts))
                .flatMap(boxes -> store.put(subject, boxes));
    }

    private static Map<String, byte[]> seal(DataKey key, Map<String, String> texts) {
        Map<String, byte[]> boxes = new LinkedHashMap<>();
        texts.forEach((place, text) -> boxes.put(place, key.seal(place, text)));
        return boxes;
    }

    /**
     * The text at a place; empty when nothing is there or the person was erased.
     *
     * @return a {@link BrokenSealException} where the box was altered or moved
     */
    public Mono<String> reveal(SubjectId subject, String place) {
        return store.boxes(subject, List.of(place)).next().map(box -> box.open(masters));
    }

    /** Several texts by place, in one round trip; places where nothing is are left out. */
    public Mono<Map<String, String>> revealAll(SubjectId subject, Collection<String> places) {
        return store.boxes(subject, places).collectMap(SealedBox::place, box -> box.open(masters));
    }

    /** Destroys the person's key and boxes, for good. The person's id stays, and opens nothing. */
    @Transactional
    public Mono<Void> erase(SubjectId subject) {
        return store.destroyKey(subject, clock.instant()).then(store.deleteBoxes(subject));
    }

    /**
     * A keyed fingerprint by which a text is found again without being readable, for comparing with
     * a stored one. The caller normalises: only equal texts have equal fingerprints.
     *
     * @return 32 bytes of HMAC-SHA-256 under the newest master key
     */
    public byte[] blindIndex(String purpose, String normalised) {
        return blindIndexes(purpose, normalised).getFirst();
    }

    /** The fingerprints under every master key, newest first: what to look for after a rotation. */
    public List<byte[]> blindIndexes(String purpose, String normalised) {
        return blindIndex.of(purpose, normalised);
    }

    /** Tells under which master key a fingerprint was made that is stored today. */
    public int newestKeyId() {
        return masters.newestId();
    }

    /**
     * Wraps the next keys that an older master key still wraps with the newest; the boxes stay as
     * they are.
     *
     * @return how many were wrapped anew, zero when none is left
     */
    @Transactional
    public Mono<Long> rewrap() {
        return store.keysNotWrappedBy(masters.newestId(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .map(key -> WrappedKey.of(key.open(masters), masters))
                .concatMap(key -> store.replace(key).thenReturn(key))
                .count();
    }
}
