package org.lfnkr.zabuton.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.mock.env.MockEnvironment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

/** The database as {@code infra/database.sql} makes it, and what its two roles may do there. */
class DatabaseSqlModuleTests {

    private static final String NAME = "handed_over";
    private static final String OWNER = NAME + "_owner";
    private static final String APPLICATION = NAME + "_application";
    private static final String PASSWORD = "test";

    private static final String URL =
            Objects.requireNonNull(
                    TestDatabase.server().settings(NAME).get("zabuton.database.jdbc-url"));

    /** Statement by statement, as psql does: no database is made within a transaction. */
    @BeforeAll
    static void makeIt() throws Exception {
        String all =
                Files.readString(Path.of("infra/database.sql"))
                        .replaceAll("(?m)--.*$", "")
                        .replace("zabuton", NAME);
        try (Connection superuser = TestDatabase.server().connect("postgres");
                Statement statement = superuser.createStatement()) {
            for (String sql : all.split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            for (String role : new String[] {OWNER, APPLICATION}) {
                statement.execute("alter role " + role + " password '" + PASSWORD + "'");
            }
        }
        Flyway.configure()
                .dataSource(URL, OWNER, PASSWORD)
                .locations("classpath:db/migration")
                .placeholders(Map.of("appRole", APPLICATION))
                .load()
                .migrate();
    }

    @Test
    void itIsInUtf8AndNobodyElseComesIn() throws SQLException {
        String facts =
                """
                select pg_encoding_to_char(encoding) || ' ' || pg_get_userbyid(datdba) || ' '
                       || has_database_privilege('public', datname, 'connect') || ' '
                       || has_database_privilege('%s', datname, 'connect') || ' '
                       || has_database_privilege('%s', datname, 'create')
                from pg_database where datname = '%s'
                """
                        .formatted(APPLICATION, APPLICATION, NAME);

        assertThat(ask(OWNER, facts)).isEqualTo("UTF8 " + OWNER + " false true false");
        assertThat(
                        ask(
                                OWNER,
                                "select count(*) from pg_roles where rolname like '"
                                        + NAME
                                        + "%' and (rolsuper or rolcreaterole or rolcreatedb or"
                                        + " rolbypassrls or rolreplication)"))
                .isEqualTo("0");
    }

    @Test
    void theApplicationMakesNothingAndDropsNothing() {
        for (String sql :
                new String[] {
                    "create table public.own (id int)",
                    "create schema own",
                    "drop table orders.orders",
                    "truncate ledger.entry",
                    "delete from ledger.posting",
                    "update startup.home set identity = 'elsewhere'",
                    "alter role " + OWNER + " password 'known'"
                }) {
            assertThatThrownBy(() -> ask(APPLICATION, sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .extracting(refused -> ((SQLException) refused).getSQLState())
                    .isEqualTo("42501");
        }
    }

    @Test
    void aCopyIsKeptFromALiveKey() throws SQLException {
        Home live = home("sk_live_1");
        live.verify();
        live.settle();
        live.verify();

        ask(OWNER, "update startup.home set identity = 'another server' returning identity");
        assertThatThrownBy(live::verify)
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("is a copy")
                .hasMessageContaining("moved");
        assertThatThrownBy(home("rk_live_1")::verify).isInstanceOf(StartupRefused.class);
        home("sk_test_1").verify();
        home("sk_test_1").settle();
        assertThatThrownBy(live::verify).isInstanceOf(StartupRefused.class);

        live.move();
        live.verify();
    }

    private static Home home(String key) {
        MockEnvironment environment =
                new MockEnvironment()
                        .withProperty("zabuton.stripe.api-key", key)
                        .withProperty("zabuton.database.jdbc-url", URL)
                        .withProperty("zabuton.database.owner.name", OWNER)
                        .withProperty("zabuton.database.owner.password", PASSWORD);
        return new Home(new OwnerDatabase(environment), environment);
    }

    private static String ask(String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL, role, PASSWORD);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
