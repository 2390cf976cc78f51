package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a start does about database and key directory, which must belong together. */
class KeyDirectoryModuleTests {

    private static final MasterKeys MASTERS = TestKeys.with(TestKeys.NEW);

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
