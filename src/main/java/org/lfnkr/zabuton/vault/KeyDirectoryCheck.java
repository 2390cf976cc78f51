package org.lfnkr.zabuton.vault;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes sure, before anything is served, that the key directory is the one of this database: with
 * another one everybody would look erased. A new database takes a directory that no other one has.
 * Takes over the keys that the database held before there was a directory, and those that lay in it
 * before it had folders.
 */
@Component
class KeyDirectoryCheck extends BaseCallback {

    private final KeyFiles files;

    KeyDirectoryCheck(KeyDirectory directory) {
        this.files = directory.files();
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            belong(context.getConnection());
            takeOver(context.getConnection());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The key directory can't be checked", e);
        }
    }

    private void belong(Connection database) throws SQLException, IOException {
        verify(database);
        if (expected(database).isEmpty()) {
            adopt(database, files.id());
        }
        files.claim();
        files.fanOut();
        files.spare().settle();
        files.spare().clearLaying(Instant.now());
    }

    /** Changes nothing. */
    void verify(Connection database) throws SQLException, IOException {
        Optional<UUID> expected = expected(database);
        if (expected.isEmpty() && files.isClaimed()) {
            throw refusal("holds the keys of another database. Name a directory of its own.");
        }
        if (expected.isPresent() && !expected.get().equals(files.id())) {
            throw refusal(
                    "doesn't hold the keys of this database. Name the directory that does, or bring"
                            + " it back from its own backup.");
        }
    }

    private StartupRefused refusal(String why) {
        return new StartupRefused("zabuton.vault.key-directory: " + files.root() + " " + why);
    }

    private static Optional<UUID> expected(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select id from vault.key_directory")) {
            return row.next() ? Optional.of(row.getObject("id", UUID.class)) : Optional.empty();
        }
    }

    private static void adopt(Connection database, UUID directory) throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("insert into vault.key_directory (id) values (?)")) {
            insert.setObject(1, directory);
            insert.executeUpdate();
        }
    }

    private void takeOver(Connection database) throws SQLException, IOException {
        try (Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select id, wrapped_key from vault.subject"
                                        + " where wrapped_key is not null")) {
            while (row.next()) {
                takeOver(
                        new SubjectId(row.getObject("id", UUID.class)),
                        row.getBytes("wrapped_key"));
            }
        }
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(
                    "update vault.subject set wrapped_key = null where wrapped_key is not null");
        }
    }

    /** An old copy may hold the key of somebody whose key was destroyed since. */
    private void takeOver(SubjectId subject, byte[] wrapped) throws IOException {
        if (files.read(subject).isEmpty()) {
            files.write(subject, wrapped);
        }
    }
}
