package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfnkr.zabuton.support.Await;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several directories on one disk are the nodes that share it, or the same one after a crash. */
class SpareKeysTests {

    private static final String FORCE = "jdk.FileForce";

    private final Path disk;
    private final KeyDirectory node;

    SpareKeysTests(@TempDir Path disk) {
        this.disk = disk;
        this.node = start();
    }

    private KeyDirectory start() {
        return new KeyDirectory(
                TestKeys.with(TestKeys.NEW),
                new VaultProperties(disk, TestKeys.NEW, List.of()),
                Schedulers.immediate());
    }

    private static DataKey taken(KeyDirectory from) {
        return Await.value(from.take());
    }

    @Test
    void aKeyIsAmongTheOthersOnceItIsTaken() {
        DataKey key = taken(node);

        byte[] box = key.seal("a.place", "text");

        assertThat(Await.value(start().find(key.subject())).open("a.place", box)).isEqualTo("text");
    }

    @Test
    void manyAtOnceOfSeveralNodesGetAKeyEach() {
        KeyDirectory other = start();

        List<SubjectId> taken =
                Await.value(
                        Flux.range(0, 200)
                                .flatMap(i -> (i % 2 == 0 ? node : other).take(), 16)
                                .map(DataKey::subject)
                                .collectList());

        assertThat(taken).hasSize(200).doesNotHaveDuplicates();
    }

    /** The next start can't know which of them were given. */
    @Test
    void noneThatWasLaidBeforeACrashIsGivenAfterIt() throws IOException {
        taken(node);
        List<String> laid = spare();

        KeyDirectory next = start();
        next.files().spare().settle();
        List<String> later =
                Stream.generate(() -> taken(next).subject().value() + ".key").limit(64).toList();

        assertThat(laid).isNotEmpty().doesNotContainAnyElementsOf(later);
    }

    /** As the disk may be where the renaming was not on it yet. */
    @Test
    void aKeyWhoseGivingWasLostInACrashIsFoundWhereItLay() throws IOException {
        DataKey key = taken(node);
        takeBack(key);

        assertThat(Await.value(start().find(key.subject()))).isNotNull();
    }

    @Test
    void oneThatIsDestroyedThenLeavesNothing() throws IOException {
        DataKey key = taken(node);
        takeBack(key);

        Await.done(node.destroy(key.subject()).then());

        node.find(key.subject()).as(StepVerifier::create).verifyComplete();
        try (Stream<Path> files = Files.walk(disk)) {
            assertThat(files).noneMatch(file -> file.endsWith(key.subject().value() + ".key"));
        }
    }

    /** Another node that starts leaves a running one none of its keys, and takes it no order. */
    @Test
    void whoseKeysWereSettledMakesOthers() throws IOException {
        taken(node);
        start().files().spare().settle();

        assertThat(taken(node)).isNotNull();
    }

    /** Who runs for months leaves no folder for each few people. */
    @Test
    void noFolderStaysOfWhatIsGiven() throws IOException {
        Stream.generate(() -> taken(node)).limit(200).forEach(key -> assertThat(key).isNotNull());

        assertThat(folders("spare-")).hasSizeBetween(1, 2);
    }

    /** A node that lays keys at this moment goes on with it. */
    @Test
    void whatWasBeingLaidBeforeACrashGoesAtTheNextStartADayLater() throws IOException {
        Path halfLaid = Files.createDirectory(disk.resolve("laying-" + UUID.randomUUID()));
        Files.write(halfLaid.resolve(UUID.randomUUID() + ".key"), new byte[] {1});

        node.files().spare().clearLaying(Instant.now().plus(Duration.ofHours(23)));
        assertThat(folders("laying-")).hasSize(1);
        node.files().spare().clearLaying(Instant.now().plus(Duration.ofHours(25)));
        assertThat(folders("laying-")).isEmpty();
    }

    private List<Path> folders(String prefix) throws IOException {
        try (Stream<Path> all = Files.list(disk)) {
            return all.filter(it -> it.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    /** Nobody who buys waits for it: a batch is on the disk before its first key is taken. */
    @Test
    void takingAKeyThatIsReadyWritesNothingThrough() throws IOException {
        KeyDirectory prudent =
                new KeyDirectory(
                        TestKeys.with(TestKeys.NEW),
                        new VaultProperties(disk, TestKeys.NEW, List.of()),
                        Schedulers.fromExecutor(leftUndone -> {}));
        Path record = disk.resolve("record.jfr");

        List<RecordedEvent> first = written(record, () -> taken(prudent));
        List<RecordedEvent> later =
                written(record, () -> IntStream.range(0, 30).forEach(i -> taken(prudent)));

        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(later).isEmpty();
    }

    /** What was synced meanwhile to this disk; a busy recorder notes other things of its own. */
    private List<RecordedEvent> written(Path file, Runnable work) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(FORCE).withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(FORCE))
                .filter(event -> event.getString("path").startsWith(disk.toString()))
                .toList();
    }

    @Test
    void theyAreTheirOwnersAlone() throws IOException {
        taken(node);

        try (Stream<Path> files = Files.walk(disk).skip(1)) {
            assertThat(files).isNotEmpty().noneMatch(PrivateFiles::isOpenToOthers);
        }
    }

    private void takeBack(DataKey key) throws IOException {
        String id = key.subject().value().toString();
        Path lay = disk.resolve("spare-of-old");
        PrivateFiles.createFolder(lay);
        Files.move(disk.resolve(id.substring(0, 3)).resolve(id + ".key"), lay.resolve(id + ".key"));
    }

    private List<String> spare() throws IOException {
        try (Stream<Path> files = Files.walk(disk)) {
            return files.filter(file -> file.toString().contains("spare-"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".key"))
                    .toList();
        }
    }
}
