package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.support.Await;

import reactor.test.StepVerifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

class KeyDirectoryTests {

    private static final MasterKeys MASTERS = TestKeys.with(TestKeys.NEW);

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

        Await.done(directory.destroy(key.subject()).then());
        Await.done(directory.destroy(key.subject()).then());

        assertThat(contents()).containsOnly("");
        directory.find(key.subject()).as(StepVerifier::create).verifyComplete();
        assertThat(Await.value(directory.destroyed().collectList())).containsExactly(key.subject());
    }

    @Test
    void aLostKeyIsNotTakenForADestroyedOne() {
        directory
                .find(key.subject())
                .as(StepVerifier::create)
                .verifyError(BrokenSealException.class);
        assertThat(Await.value(directory.destroyed().collectList())).isEmpty();
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

        try (Stream<Path> made = Files.walk(disk.resolve("keys"))) {
            assertThat(made).hasSize(2).noneMatch(KeyDirectoryTests::isOpenToOthers);
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
    void refusesToStartWhereOthersMayReadOneKey() throws IOException {
        Await.done(directory.put(key).then());
        Path file = disk.resolve("keys").resolve(key.subject().value() + ".key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> at(disk.resolve("keys")))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining(file.toString());
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
