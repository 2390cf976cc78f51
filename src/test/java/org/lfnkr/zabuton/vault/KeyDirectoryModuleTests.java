package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a start does about database and key directory, which must belong together. */
class KeyDirectoryModuleTests {

    private static final MasterKeys MASTERS = TestKeys.with(TestKeys.NEW);

    private static final Logger log = LoggerFactory.getLogger(KeyDirectoryModuleTests.class);
    private static final Duration SECONDS = Duration.ofSeconds(10);

    @TempDir Path disk;
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void everyStartWithTheSameDirectoryIsFine() {
        start(at("keys"));
        start(at("keys"));
    }

    @Test
    void refusesToStartWithTheKeysOfAnotherDatabase() {
        start(at("keys"));

        assertThatThrownBy(() -> start(at("others")))
                .hasRootCauseInstanceOf(StartupRefused.class)
                .hasStackTraceContaining("doesn't hold the keys of this database");
    }

    @Test
    void aNewDatabaseDoesNotTakeTheDirectoryOfAnother() {
        start(at("keys"));

        assertThatThrownBy(() -> TestDatabase.fresh().migrate(new KeyDirectoryCheck(at("keys"))))
                .hasStackTraceContaining("holds the keys of another database");
    }

    @Test
    void takesOverKeysThatTheDatabaseStillHolds() throws SQLException {
        DataKey key = DataKey.generate(SubjectId.random());
        insert(key.subject(), key.wrap(MASTERS.aead("vault/wrapping")));

        start(at("keys"));

        byte[] box = key.seal("a.place", "text");
        DataKey found = Await.value(at("keys").find(key.subject()));
        assertThat(found.open("a.place", box)).isEqualTo("text");
        assertThat(keysInTheDatabase()).isZero();
    }

    @Test
    void anOldCopyDoesNotBringADestroyedKeyBack() throws SQLException {
        DataKey key = DataKey.generate(SubjectId.random());
        start(at("keys"));
        insert(key.subject(), key.wrap(MASTERS.aead("vault/wrapping")));
        Await.done(at("keys").destroy(key.subject()));

        start(at("keys"));

        assertThat(Await.value(at("keys").find(key.subject()).hasElement())).isFalse();
        assertThat(keysInTheDatabase()).isZero();
    }

    /** As a version before laid them out: all side by side, an empty file for a destroyed key. */
    @Test
    void bringsKeysThatLieSideBySideIntoFolders() throws IOException {
        DataKey key = DataKey.generate(SubjectId.random());
        SubjectId erased = SubjectId.random();
        start(at("keys"));
        Path kept = disk.resolve("keys").resolve(key.subject().value() + ".key");
        Path empty = disk.resolve("keys").resolve(erased.value() + ".key");
        Files.write(kept, key.wrap(MASTERS.aead("vault/wrapping")));
        Files.createFile(empty);
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rw-------"));

        start(at("keys"));
        start(at("keys"));

        byte[] box = key.seal("a.place", "text");
        DataKey found = Await.value(at("keys").find(key.subject()));
        assertThat(found.open("a.place", box)).isEqualTo("text");
        assertThat(Await.value(at("keys").find(erased).hasElement())).isFalse();
        assertThat(Await.value(at("keys").destroyed().collectList())).containsExactly(erased);
        assertThat(List.of(kept, empty)).noneMatch(Files::exists);
    }

    /**
     * Run it with {@code -Dzabuton.drill.persons=1000000} on a disk like the shop's: it takes
     * minutes to make them all, and a start seconds.
     */
    @Test
    void aStartIsQuickHoweverManyPersonsThereAre() throws Exception {
        int persons = Integer.getInteger("zabuton.drill.persons", 5_000);
        start(at("keys"));
        fill(persons);

        Instant begin = Instant.now();
        start(at("keys"));
        Duration took = Duration.between(begin, Instant.now());
        long destroyed = Await.value(at("keys").destroyed().count());
        Duration signs = Duration.between(begin, Instant.now()).minus(took);

        log.info("{} keys: start {}, {} signs read in {}", persons, took, destroyed, signs);
        assertThat(took).isLessThan(SECONDS);
        assertThat(signs).isLessThan(SECONDS);
    }

    /** One in ten is erased. Not on the disk when it is done, which nobody crashes here. */
    private void fill(int persons) throws IOException, SQLException {
        byte[] wrapped = new byte[200];
        Path folder = disk.resolve("keys");
        for (int i = 0; i < persons; i++) {
            String id = UUID.randomUUID().toString();
            Path in = folder.resolve(id.substring(0, 3));
            PrivateFiles.createFolder(in);
            if (i % 10 == 0) {
                Files.write(in.resolve("destroyed"), new byte[16], CREATE, APPEND);
            } else {
                Files.write(in.resolve(id + ".key"), wrapped);
            }
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into vault.subject (id, master_key_id, opened_at)"
                            + " select gen_random_uuid(), 1, now() from generate_series(1, %d)"
                                    .formatted(persons));
        }
    }

    private KeyDirectory at(String name) {
        return new KeyDirectory(
                MASTERS, new VaultProperties(disk.resolve(name), TestKeys.NEW, List.of()));
    }

    private void start(KeyDirectory directory) {
        database.migrate(new KeyDirectoryCheck(directory));
    }

    private void insert(SubjectId subject, byte[] wrapped) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into vault.subject"
                                        + " (id, wrapped_key, master_key_id, opened_at)"
                                        + " values (?, ?, 1, now())")) {
            insert.setObject(1, subject.value());
            insert.setBytes(2, wrapped);
            insert.executeUpdate();
        }
    }

    private int keysInTheDatabase() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(wrapped_key) from vault.subject")) {
            count.next();
            return count.getInt(1);
        }
    }
}
