package org.lfnkr.zabuton.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All that a database says, for comparing two moments. */
public final class Snapshot {

    /**
     * What was heard and delivered, and when it is looked at next, may differ; what follows may
     * not.
     */
    private static final Set<String> COMINGS_AND_GOINGS =
            Set.of("payments.inbox", "outbox.event", "outbox.delivery", "outbox.work");

    private Snapshot() {}

    public static List<String> of(TestDatabase database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                read(statement, table, rows);
            }
        }
        return rows;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        String query =
                "select schemaname || '.' || tablename from pg_tables where schemaname not in"
                        + " ('pg_catalog', 'information_schema', 'public') order by 1";
        try (ResultSet names = statement.executeQuery(query)) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        tables.removeAll(COMINGS_AND_GOINGS);
        return tables;
    }

    private static void read(Statement statement, String table, List<String> rows)
            throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select t::text from " + table + " t order by 1")) {
            while (found.next()) {
                rows.add(table + " " + found.getString(1));
            }
        }
    }
}
