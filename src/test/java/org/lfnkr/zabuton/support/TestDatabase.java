package org.lfnkr.zabuton.support;

import org.flywaydb.core.Flyway;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL a test run, with a template database that is migrated once; every clone of it is
 * ready in a tenth of a second.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "zabuton_template";
    private static final EmbeddedDatabase SERVER = EmbeddedDatabase.temporary();
    private static final AtomicInteger CLONES = new AtomicInteger();

    static {
        SERVER.execute("create database " + TEMPLATE);
        migrate(SERVER.settings(TEMPLATE));
    }

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A fresh database with every migration and the sample data in it. */
    public static synchronized TestDatabase fresh() {
        String name = "zabuton_" + CLONES.incrementAndGet();
        SERVER.execute("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name);
    }

    public static EmbeddedDatabase server() {
        return SERVER;
    }

    public String name() {
        return name;
    }

    public Map<String, String> settings() {
        return SERVER.settings(name);
    }

    /** A connection of the owner, who may do what the application may not. */
    public java.sql.Connection connect() throws java.sql.SQLException {
        return SERVER.connect(name);
    }

    private static void migrate(Map<String, String> settings) {
        Flyway.configure()
                .dataSource(
                        settings.get("zabuton.database.jdbc-url"),
                        EmbeddedDatabase.OWNER,
                        "postgres")
                .locations("classpath:db/migration", "classpath:db/sample")
                .placeholders(
                        Map.of(
                                "appRole",
                                EmbeddedDatabase.APPLICATION,
                                "appPassword",
                                "development"))
                .load()
                .migrate();
    }
}
