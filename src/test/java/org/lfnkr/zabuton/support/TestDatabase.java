package org.lfnkr.zabuton.support;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL a test run, with a template database that is migrated once; every clone of it is
 * ready in a tenth of a second.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "zabuton_template";
    private static final EmbeddedDatabase SERVER = EmbeddedDatabase.temporary();
    private static final AtomicInteger CLONES = new AtomicInteger();

    private static final Path KEYS = temporaryDirectory();

    static {
        SERVER.execute("create database " + TEMPLATE);
        new TestDatabase(TEMPLATE, KEYS).migrate();
    }

    private final String name;
    private final Path keys;

    private TestDatabase(String name, Path keys) {
        this.name = name;
        this.keys = keys;
    }

    /** A fresh database with every migration and the sample data in it. */
    public static TestDatabase fresh() {
        String name = clone(TEMPLATE);
        return new TestDatabase(name, KEYS.resolve(name));
    }

    /**
     * What a backup of this moment brings back: a database as this one is now, beside the keys as
     * they are whenever it is used. Nobody may be connected to this one.
     */
    public TestDatabase copy() {
        return new TestDatabase(clone(name), keys);
    }

    private static synchronized String clone(String template) {
        String name = "zabuton_" + CLONES.incrementAndGet();
        SERVER.execute("create database " + name + " template " + template);
        return name;
    }

    public static EmbeddedDatabase server() {
        return SERVER;
    }

    /** Where persons' keys are. */
    public Path keys() {
        return keys;
    }

    public String name() {
        return name;
    }

    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SERVER.settings(name));
        settings.put("zabuton.vault.key-directory", keys.toString());
        return settings;
    }

    /** A connection of the owner, who may do what the application may not. */
    public java.sql.Connection connect() throws java.sql.SQLException {
        return SERVER.connect(name);
    }

    /** The same, for statements whose parameters have no values. */
    public java.sql.Connection connectSimply() throws java.sql.SQLException {
        String url = Objects.requireNonNull(settings().get("zabuton.database.jdbc-url"));
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple",
                EmbeddedDatabase.OWNER,
                "postgres");
    }

    /** As a start of the application does. */
    public void migrate(Callback... callbacks) {
        Map<String, String> settings = settings();
        Flyway.configure()
                .dataSource(
                        settings.get("zabuton.database.jdbc-url"),
                        EmbeddedDatabase.OWNER,
                        "postgres")
                .locations("classpath:db/migration", "classpath:db/sample")
                .placeholders(Map.of("appRole", EmbeddedDatabase.APPLICATION))
                .callbacks(callbacks)
                .load()
                .migrate();
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("zabuton-keys");
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> FileSystemUtils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
