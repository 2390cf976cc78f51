package org.lfnkr.zabuton.vault;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The keys of all persons, outside the database and wrapped by the newest master key: what is
 * destroyed here can't be opened any more in any copy of the database, however old.
 */
@Component
final class KeyDirectory {

    private static final String WRAPPING = "vault/wrapping";

    private final MasterKeys masters;
    private final KeyFiles files;
    private final SpareKeys spare;

    @Autowired
    KeyDirectory(MasterKeys masters, VaultProperties properties) {
        this(masters, properties, Schedulers.boundedElastic());
    }

    /**
     * @param beside where keys are made ahead
     */
    KeyDirectory(MasterKeys masters, VaultProperties properties, Scheduler beside) {
        this.masters = masters;
        this.files = prepare(properties.keyDirectory());
        this.spare = new SpareKeys(files.spare(), key -> key.wrap(masters.aead(WRAPPING)), beside);
    }

    private static KeyFiles prepare(@Nullable Path directory) {
        if (directory == null || directory.toString().isBlank()) {
            throw new StartupRefused(
                    "zabuton.vault.key-directory is missing: set it to a directory for persons' keys, on a"
                            + " disk that stays and that no backup of the database takes along.");
        }
        try {
            return KeyFiles.in(directory);
        } catch (IOException e) {
            throw new StartupRefused(
                    "zabuton.vault.key-directory: " + directory + " can't be made a directory.");
        }
    }

    Mono<DataKey> take() {
        return onDisk(spare::take);
    }

    /** Only where people come: what looks at the directory makes nothing in it. */
    @EventListener(WebServerInitializedEvent.class)
    void makeReady() {
        spare.fillSoon();
    }

    KeyFiles files() {
        return files;
    }

    Mono<DataKey> put(DataKey key) {
        return onDisk(
                () -> {
                    files.write(key.subject(), key.wrap(masters.aead(WRAPPING)));
                    return key;
                });
    }

    /**
     * Makes a new key where the directory doesn't know one, as after it was brought back from a
     * copy. What the lost one sealed stays shut.
     */
    Mono<DataKey> replaceLost(SubjectId subject) {
        return onDisk(() -> files.read(subject))
                .filter(Optional::isEmpty)
                .flatMap(lost -> put(DataKey.generate(subject)));
    }

    /**
     * The key; empty when it was destroyed.
     *
     * @return a {@link BrokenSealException} where the directory doesn't know it
     */
    Mono<DataKey> find(SubjectId subject) {
        return onDisk(() -> files.read(subject))
                .map(found -> found.orElseThrow(KeyDirectory::lost))
                .filter(wrapped -> wrapped.length > 0)
                .map(wrapped -> DataKey.unwrap(subject, wrapped, masters.aead(WRAPPING)));
    }

    private static BrokenSealException lost() {
        return new BrokenSealException(
                "The key of a person is missing in zabuton.vault.key-directory");
    }

    Mono<SubjectId> destroy(SubjectId subject) {
        return onDisk(
                () -> {
                    files.destroy(subject);
                    return subject;
                });
    }

    /** Everybody whose key was destroyed. */
    Flux<SubjectId> destroyed() {
        return Flux.using(files::destroyed, Flux::fromStream, Stream::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
