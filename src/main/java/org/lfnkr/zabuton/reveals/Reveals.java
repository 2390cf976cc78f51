package org.lfnkr.zabuton.reveals;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.reveals.Revealed.Field;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens what people told us, a part of a record at a time, and keeps who did and why. */
@Service
public class Reveals {

    /** How long a page shows what was opened, to whoever opened it. */
    public static final Duration SHOWN = Duration.ofMinutes(15);

    private final Map<String, Masked> kinds;
    private final RevealStore store;
    private final Vault vault;
    private final Clock clock;

    Reveals(List<Masked> kinds, RevealStore store, Vault vault, Clock clock) {
        this.kinds = kinds.stream().collect(toUnmodifiableMap(Masked::kind, identity()));
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /** What this reader sees of a record now. */
    public Mono<Revealed> of(Matter matter, Colleague reader) {
        return store.about(matter.id())
                .collectList()
                .flatMap(looks -> fields(matter, looks, reader));
    }

    private Mono<Revealed> fields(Matter matter, List<Look> looks, Colleague reader) {
        Masked kind = kind(matter).orElseThrow();
        return Mono.zip(
                        Flux.fromIterable(kind.parts())
                                .concatMap(
                                        part ->
                                                field(
                                                        kind,
                                                        matter.id(),
                                                        part,
                                                        until(looks, part, reader)))
                                .collectList(),
                        isKept(kind, matter.id()))
                .map(both -> new Revealed(matter, both.getT1(), looks, both.getT2()));
    }

    /** Of who never was known, or is erased, there is nothing to open. */
    private Mono<Boolean> isKept(Masked kind, UUID id) {
        return kind.owner(id).flatMapMany(owner -> vault.keeping(List.of(owner))).hasElements();
    }

    private Mono<Field> field(Masked kind, UUID id, Part part, Optional<Instant> until) {
        return until.map(end -> kind.open(id, part).map(lines -> field(part, end, lines)))
                .orElseGet(Mono::empty)
                .defaultIfEmpty(new Field(part, until.orElse(null), 0, List.of()));
    }

    /** Of a second that has begun nothing is left: a page that asks again then finds it masked. */
    private Field field(Part part, Instant end, List<Masked.Opened> lines) {
        long seconds = Duration.between(clock.instant(), end).toSeconds() + 1;
        return new Field(part, end, seconds, lines);
    }

    /** When it is masked again for this reader; empty where it is. */
    private Optional<Instant> until(List<Look> looks, Part part, Colleague reader) {
        return looks.stream()
                .filter(look -> look.part() == part && look.way() == Way.SHOWN)
                .filter(look -> look.account().equals(reader.account()))
                .filter(look -> reader.by(part.right()).isPresent())
                .map(look -> look.at().plus(SHOWN))
                .filter(clock.instant()::isBefore)
                .findFirst();
    }

    /**
     * Opens a part of a record to a reader who has the right to it.
     *
     * @param id of the form; the same twice is one trace
     * @return false where there is no such record
     */
    @Transactional
    public Mono<Boolean> show(UUID id, Matter matter, Part part, Reason reason, Colleague reader) {
        return note(id, matter, Way.SHOWN, part, reason, reader);
    }

    /**
     * Notes that a part of a record goes to paper or into a file now; in the caller's transaction.
     *
     * @return false where there is no such record
     */
    @Transactional
    public Mono<Boolean> note(Matter matter, Way way, Part part, Reason reason, Colleague reader) {
        return note(UUID.randomUUID(), matter, way, part, reason, reader);
    }

    private Mono<Boolean> note(
            UUID id, Matter matter, Way way, Part part, Reason reason, Colleague reader) {
        Role role = reader.by(part.right()).orElseThrow();
        Look look = new Look(clock.instant(), reader.account(), role, part, way, reason);
        return Mono.justOrEmpty(kind(matter))
                .flatMap(kind -> kind.owner(matter.id()))
                .flatMap(owner -> store.add(id, matter, owner, look).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Optional<Masked> kind(Matter matter) {
        return Optional.ofNullable(kinds.get(matter.kind()));
    }

    /** Who has looked at a record, the latest first. */
    public Flux<Look> about(UUID record) {
        return store.about(record);
    }

    /** The same of several, by record; whichever nobody has looked at is not in it. */
    public Mono<Map<UUID, List<Look>>> about(Collection<UUID> records) {
        return store.about(records);
    }
}
