package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.support.Await;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class KeyDirectoryTests {

    private static final MasterKeys MASTERS = TestKeys.with(TestKeys.NEW);

    private static final int SIGN = 16;

    private final DataKey key = DataKey.generate(SubjectId.random());
    private final byte[] box = key.seal("a.place", "text");

    private final Path disk;
    private final KeyDirectory directory;

    KeyDirectoryTests(@TempDir Path disk) {
        this.disk = disk;
        this.directory = at(disk.resolve("keys"));
    }

    @Test
    void findsTheKeyOfAPerson() {
        Await.done(directory.put(key).then());

        DataKey found = Await.value(directory.find(key.subject()));

        assertThat(found.open("a.place", box)).isEqualTo("text");
    }

    @Test
    void leavesNothingOfADestroyedKey() throws IOException {
        Await.done(directory.put(key).then());
        String wrapped = read(fileOf(key.subject()));

        Await.done(directory.destroy(key.subject()).then());
        Await.done(directory.destroy(key.subject()).then());

        assertThat(fileOf(key.subject())).doesNotExist();
        assertThat(contents())
                .allMatch(left -> left.length() <= SIGN)
                .noneMatch(left -> wrapped.contains(left.isEmpty() ? "nothing" : left));
        directory.find(key.subject()).as(StepVerifier::create).verifyComplete();
        assertThat(Await.value(directory.destroyed().collectList())).containsExactly(key.subject());
    }

    /** Another name of the same file sees what lies on the disk. */
    @Test
    void emptiesADestroyedKeyWhereItLies() throws IOException {
        Await.done(directory.put(key).then());
        Path other = Files.createLink(disk.resolve("other"), fileOf(key.subject()));

        Await.done(directory.destroy(key.subject()).then());

        assertThat(other).isEmptyFile();
    }

    @Test
    void aLostKeyIsNotTakenForADestroyedOne() {
        directory
                .find(key.subject())
                .as(StepVerifier::create)
                .verifyError(BrokenSealException.class);
        assertThat(Await.value(directory.destroyed().collectList())).isEmpty();
    }

    /** As after a restore of single files from an older backup of the directory. */
    @Test
    void aKeyStaysDestroyedWhenItsFileComesBack() throws IOException {
        Await.done(directory.put(key).then());
        byte[] wrapped = Files.readAllBytes(fileOf(key.subject()));
        Await.done(directory.destroy(key.subject()).then());

        Files.write(fileOf(key.subject()), wrapped);

        directory.find(key.subject()).as(StepVerifier::create).verifyComplete();
    }

    /** A folder's file of signs is one, and those who write to it are many. */
    @Test
    void noSignIsLostWhenManyAreSetAtOnce() {
        List<SubjectId> leaving = IntStream.range(0, 64).mapToObj(this::inOneFolder).toList();

        Await.done(Flux.fromIterable(leaving).flatMap(directory::destroy, 16).then());

        assertThat(Await.value(directory.destroyed().collectList()))
                .containsExactlyInAnyOrderElementsOf(leaving);
    }

    private SubjectId inOneFolder(int number) {
        long most = key.subject().value().getMostSignificantBits();
        return new SubjectId(new UUID(most, number));
    }

    /** A crash may leave half a sign, of a key that is destroyed again after it. */
    @Test
    void halfASignIsNone() throws IOException {
        Await.done(directory.destroy(inOneFolder(1)).then());
        Path signs = fileOf(key.subject()).resolveSibling("destroyed");
        Files.write(signs, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

        assertThat(Await.value(directory.destroyed().collectList()))
                .containsExactly(inOneFolder(1));
        Await.done(directory.destroy(inOneFolder(2)).then());

        assertThat(Await.value(directory.destroyed().collectList()))
                .containsExactly(inOneFolder(1), inOneFolder(2));
    }

    @Test
    void refusesToStartWithoutAPlaceForKeys() {
        VaultProperties nowhere = new VaultProperties(null, TestKeys.NEW, List.of());

        assertThatThrownBy(() -> new KeyDirectory(MASTERS, nowhere))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.vault.key-directory is missing");
    }

    @Test
    void refusesToStartWhereNothingCanBeKept() throws IOException {
        Path file = Files.createFile(disk.resolve("file"));

        assertThatThrownBy(() -> at(file))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.vault.key-directory");
    }

    @Test
    void whatItMakesIsItsOwnersAlone() throws IOException {
        Await.done(directory.put(key).then());
        Await.done(directory.destroy(SubjectId.random()).then());

        try (Stream<Path> made = Files.walk(disk.resolve("keys"))) {
            assertThat(made).hasSize(6).noneMatch(KeyDirectoryTests::isOpenToOthers);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx--x--x", "rwx---r--"})
    void refusesToStartWhereOthersMayComeToTheKeys(String rights) throws IOException {
        Files.setPosixFilePermissions(
                disk.resolve("keys"), PosixFilePermissions.fromString(rights));

        assertThatThrownBy(() -> at(disk.resolve("keys")))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("chmod -R go= ");
    }

    @Test
    void refusesToStartWhereOthersMayComeToOneFolder() throws IOException {
        Await.done(directory.put(key).then());
        Path folder = folderOf(key.subject());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

        assertThatThrownBy(() -> at(disk.resolve("keys")))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining(folder.toString());
    }

    /** Nobody else comes to it through its folders; a copy that is put elsewhere has none. */
    @Test
    void shutsAKeyThatOthersMayRead() throws IOException {
        Await.done(directory.put(key).then());
        Path file = fileOf(key.subject());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(Await.value(directory.find(key.subject()))).isNotNull();

        assertThat(isOpenToOthers(file)).isFalse();
    }

    /** A crash may leave what was being written, and that may have been longer. */
    @Test
    void takesNothingOverFromAFileThatACrashLeft() throws IOException {
        Path folder = Files.createDirectories(folderOf(key.subject()));
        Path left = folder.resolve(fileOf(key.subject()).getFileName() + ".new");
        Files.write(left, new byte[4_096]);

        Await.done(directory.put(key).then());

        assertThat(Await.value(directory.find(key.subject())).open("a.place", box))
                .isEqualTo("text");
        assertThat(left).doesNotExist();
    }

    private Path fileOf(SubjectId subject) {
        String id = subject.value().toString();
        return folderOf(subject).resolve(id + ".key");
    }

    private Path folderOf(SubjectId subject) {
        return disk.resolve("keys").resolve(subject.value().toString().substring(0, 3));
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyDirectory at(Path directory) {
        return new KeyDirectory(MASTERS, new VaultProperties(directory, TestKeys.NEW, List.of()));
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.walk(disk).filter(Files::isRegularFile)) {
            return files.map(KeyDirectoryTests::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
