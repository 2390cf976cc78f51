package org.lfnkr.zabuton.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A real PostgreSQL that needs no installation. The application signs in with its own weak role.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String OWNER = "postgres";
    static final String APPLICATION = "zabuton_application";

    private static final String APPLICATION_ROLE =
            """
            do $$
            begin
                if not exists (select from pg_roles where rolname = 'zabuton_application') then
                    create role zabuton_application login password 'development';
                end if;
            end
            $$
            """;

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts on any free port with data that goes when the process ends. Nothing of it is to be
     * kept, so the server is told to drop everything: an orderly end first writes what is about to
     * be deleted.
     */
    public static EmbeddedDatabase temporary() {
        Path data = temporaryDirectory();
        EmbeddedDatabase database =
                start(
                        EmbeddedPostgres.builder()
                                .setDataDirectory(data)
                                .setRegisterShutdownHook(false)
                                .setServerConfig("fsync", "off")
                                .setServerConfig("full_page_writes", "off"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(data)));
        return database;
    }

    private static void drop(Path data) {
        try {
            String server = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            new ProcessBuilder("kill", "-QUIT", server).start().waitFor();
            ProcessHandle.of(Long.parseLong(server)).ifPresent(each -> each.onExit().join());
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("zabuton-postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts with data that stays, on any free port. */
    public static EmbeddedDatabase keptIn(Path directory) {
        return start(
                EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false));
    }

    private static EmbeddedDatabase start(EmbeddedPostgres.Builder builder) {
        try {
            EmbeddedDatabase database =
                    new EmbeddedDatabase(
                            builder.setServerConfig("max_connections", "500")
                                    .setServerConfig("timezone", "UTC")
                                    .setServerConfig("logging_collector", "on")
                                    .setServerConfig("log_destination", "jsonlog")
                                    .start());
            database.execute(APPLICATION_ROLE);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL didn't start", e);
        }
    }

    /** The settings by which the application finds the database of that name. */
    public Map<String, String> settings(String database) {
        return Map.of(
                "zabuton.database.jdbc-url",
                "jdbc:" + address(database),
                "zabuton.database.r2dbc-url",
                "r2dbc:" + address(database),
                "zabuton.database.owner.name",
                OWNER,
                "zabuton.database.owner.password",
                "postgres",
                "zabuton.database.application.name",
                APPLICATION,
                "zabuton.database.application.password",
                "development");
    }

    private String address(String database) {
        return "postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    /** A connection of the database's owner, for what tests look at or prepare. */
    public Connection connect(String database) throws SQLException {
        return postgres.getDatabase(OWNER, database).getConnection();
    }

    void execute(String sql) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void createIfMissing(String database) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select from pg_database where datname = '" + database + "'")) {
            if (!found.next()) {
                execute("create database " + database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(database, e);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
