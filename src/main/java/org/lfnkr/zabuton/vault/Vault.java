package org.lfnkr.zabuton.vault;

import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what people tell us. Each person has a data key of their own, kept in a directory outside
 * the database and wrapped there by the master key of the configuration (envelope encryption,
 * AES-256-GCM). The writing methods join the caller's transaction.
 *
 * <p>A place names what is kept and in which row, such as {@code orders.address/6f1c…}. It is part
 * of what is authenticated, and readable in the database: no personal data in it.
 */
@Component
public class Vault {

    private final VaultStore store;
    private final SealedBoxStore boxes;
    private final KeyDirectory keys;
    private final MasterKeys masters;
    private final BlindIndex blindIndex;
    private final Clock clock;

    Vault(
            VaultStore store,
            SealedBoxStore boxes,
            KeyDirectory keys,
            MasterKeys masters,
            Clock clock) {
        this.store = store;
        this.boxes = boxes;
        this.keys = keys;
        this.masters = masters;
        this.blindIndex = new BlindIndex(masters);
        this.clock = clock;
    }

    /** A new person, of whom nothing is known yet. A key whose transaction fails opens nothing. */
    @Transactional
    public Mono<SubjectId> open() {
        return takeKey()
                .map(HeldKey::subject)
                .delayUntil(one -> store.add(one, masters.newestId(), clock.instant()));
    }

    /** A key that nobody has, on the disk already; whose it is must be written under its id. */
    public Mono<HeldKey> takeKey() {
        return keys.take().map(HeldKey::new);
    }

    /**
     * The key of somebody we know, for sealing.
     *
     * @return an {@link IllegalStateException} where it is destroyed
     */
    public Mono<HeldKey> holdKey(SubjectId subject) {
        return keys.find(subject)
                .map(HeldKey::new)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("No such person")));
    }

    /** Texts sealed under a key in hand, in base 64 by place, for whoever writes them. */
    public Map<String, String> sealed(HeldKey held, Map<String, String> texts) {
        Map<String, String> sealed = new LinkedHashMap<>();
        seal(held.key(), texts)
                .forEach(
                        (place, box) -> sealed.put(place, Base64.getEncoder().encodeToString(box)));
        return sealed;
    }

    /**
     * Under whose key the short-lived secrets of one day lie, of whomever, each at a place of its
     * own. The key is destroyed when the day in Tokyo is over in which {@code end} falls; what must
     * be gone earlier is {@link #remove removed}.
     *
     * @return an {@link IllegalStateException} where that day is over
     */
    @Transactional
    public Mono<SubjectId> openForDay(Instant end) {
        LocalDate day = BusinessDate.of(end);
        return store.ofDay(day)
                .switchIfEmpty(Mono.defer(() -> begin(day)))
                .switchIfEmpty(store.ofDay(day))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The day is over")))
                .delayUntil(keys::replaceLost);
    }

    /** Empty where somebody else was faster, whose key is on the disk when this is known. */
    private Mono<SubjectId> begin(LocalDate day) {
        DataKey key = DataKey.generate(SubjectId.random());
        return store.addDay(day, key.subject(), masters.newestId(), clock.instant())
                .flatMap(first -> keys.put(key))
                .map(DataKey::subject);
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
        return keyForSealing(subject)
                .map(key -> seal(key, texts))
                .flatMap(kept -> boxes.put(subject, kept));
    }

    private Mono<DataKey> keyForSealing(SubjectId subject) {
        return store.lockForSealing(subject)
                .flatMap(keys::find)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("No such person")));
    }

    private static Map<String, byte[]> seal(DataKey key, Map<String, String> texts) {
        Map<String, byte[]> boxes = new LinkedHashMap<>();
        texts.forEach((place, text) -> boxes.put(place, key.seal(place, text)));
        return boxes;
    }

    /**
     * The same of a file, which nothing here copies in clear: the caller may overwrite it once it
     * is sealed.
     */
    @Transactional
    public Mono<Void> sealFile(SubjectId subject, String place, byte[] file) {
        return keyForSealing(subject)
                .map(key -> Map.of(place, key.seal(place, file)))
                .flatMap(box -> boxes.put(subject, box));
    }

    /**
     * The text at a place; empty when nothing is there or the person was erased.
     *
     * @return a {@link BrokenSealException} where the box was altered or moved
     */
    public Mono<String> reveal(SubjectId subject, String place) {
        return revealAll(subject, List.of(place)).mapNotNull(texts -> texts.get(place));
    }

    /** Several texts by place, in one round trip; places where nothing is are left out. */
    public Mono<Map<String, String>> revealAll(SubjectId subject, Collection<String> places) {
        return boxes.find(subject, places)
                .collectList()
                .filter(boxes -> !boxes.isEmpty())
                .flatMap(boxes -> keys.find(subject).map(key -> open(boxes, key)))
                .defaultIfEmpty(Map.of());
    }

    /**
     * A text of each of several people by its place, in one round trip; places where nothing is are
     * left out.
     *
     * @param owners whose each place is
     * @return a {@link BrokenSealException} where a box was altered or moved
     */
    public Mono<Map<String, String>> revealAll(Map<String, SubjectId> owners) {
        return boxes.find(owners)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(it -> keys.find(it.owner()).map(key -> open(it.value(), key)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map.Entry<String, String> open(SealedBox box, DataKey key) {
        return Map.entry(box.place(), box.open(key));
    }

    private static Map<String, String> open(List<SealedBox> boxes, DataKey key) {
        return boxes.stream().collect(toMap(SealedBox::place, box -> box.open(key)));
    }

    /**
     * The file at a place; empty when nothing is there or its key was destroyed.
     *
     * @return a {@link BrokenSealException} where the box was altered or moved
     */
    public Mono<byte[]> openFile(SubjectId subject, String place) {
        return boxes.find(subject, List.of(place))
                .next()
                .flatMap(box -> keys.find(subject).map(box::openFile));
    }

    /** Those of them of whom anything is kept, whatever it is; none who is erased. */
    public Flux<SubjectId> keeping(Collection<SubjectId> subjects) {
        return boxes.keeping(subjects);
    }

    /** Deletes what is kept at a place, if anything is. */
    @Transactional
    public Mono<Void> remove(SubjectId subject, String place) {
        return boxes.delete(subject, place);
    }

    /**
     * Deletes the person's boxes, and has {@link KeyUpkeep} destroy the key for good. The person's
     * id stays, and opens nothing.
     */
    @Transactional
    public Mono<Void> erase(SubjectId subject) {
        return store.erase(subject, clock.instant());
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
}
