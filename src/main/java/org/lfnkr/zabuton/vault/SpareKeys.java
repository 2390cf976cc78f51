package org.lfnkr.zabuton.vault;

import reactor.core.scheduler.Scheduler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys that were made ahead, so that nobody who buys or gives waits for a disk. A batch lies on the
 * disk before the first of it is given, and belongs to the process that made it: no other one gives
 * a key of it, nor does any after a crash, see {@link SpareFiles#settle()}. All calls block.
 */
final class SpareKeys {

    private static final int BATCH = 32;

    private final SpareFiles files;
    private final Function<DataKey, byte[]> wrapping;
    private final Scheduler beside;
    private final Queue<Spare> ready = new ConcurrentLinkedQueue<>();
    private final Queue<Batch> batches = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean filling = new AtomicBoolean();

    SpareKeys(SpareFiles files, Function<DataKey, byte[]> wrapping, Scheduler beside) {
        this.files = files;
        this.wrapping = wrapping;
        this.beside = beside;
    }

    private record Spare(DataKey key, Path file) {}

    /** Keys that lie in one folder. */
    private record Batch(Set<SubjectId> keys, Path folder) {}

    /** One that nobody has, among the keys of persons from now on. */
    DataKey take() throws IOException {
        while (true) {
            for (Spare next = ready.poll(); next != null; next = ready.poll()) {
                if (files.give(next.key().subject(), next.file())) {
                    fillSoon();
                    return next.key();
                }
            }
            makeOnce();
        }
    }

    /** One batch is for all who wait. */
    private synchronized void makeOnce() throws IOException {
        if (ready.isEmpty()) {
            make();
        }
    }

    /** Makes a batch beside what is going on, once half of the last one is given. */
    void fillSoon() {
        if (ready.size() <= BATCH / 2 && filling.compareAndSet(false, true)) {
            beside.schedule(this::fill);
        }
    }

    private void fill() {
        try {
            make();
            sweep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            filling.set(false);
        }
    }

    private void make() throws IOException {
        List<DataKey> keys =
                Stream.generate(() -> DataKey.generate(SubjectId.random())).limit(BATCH).toList();
        Map<SubjectId, byte[]> wrapped =
                keys.stream().collect(Collectors.toMap(DataKey::subject, wrapping));
        Map<SubjectId, Path> laid = files.lay(wrapped);
        batches.add(new Batch(laid.keySet(), folder(laid.values().iterator().next())));
        keys.forEach(
                key -> ready.add(new Spare(key, Objects.requireNonNull(laid.get(key.subject())))));
    }

    private static Path folder(Path laid) {
        return Objects.requireNonNull(laid.getParent());
    }

    /** An order gives its key and waits for nothing; the empty folders are left to this. */
    private void sweep() throws IOException {
        for (Batch batch : batches) {
            if (files.sweep(batch.keys(), batch.folder())) {
                batches.remove(batch);
            }
        }
    }
}
