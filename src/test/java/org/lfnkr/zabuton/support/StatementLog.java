package org.lfnkr.zabuton.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that one application sends its database while this is open, each of which is a
 * round trip. Other applications may go on beside it.
 */
public final class StatementLog implements AutoCloseable {

    private static final Pattern LINE =
            Pattern.compile(
                    "\\[pid: (\\d+)].*?Executing query: (.*)",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final TestDatabase database;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger driver = (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");
    private final Lines appender = new Lines();

    private StatementLog(TestDatabase database) {
        this.database = database;
    }

    public static StatementLog of(TestDatabase database) {
        StatementLog log = new StatementLog(database);
        log.open();
        return log;
    }

    /**
     * @param connection over which it was sent
     */
    public record Sent(String connection, String sql) {

        public boolean says(String words) {
            return sql.contains(words);
        }
    }

    private final class Lines extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    }

    private void open() {
        appender.start();
        driver.setAdditive(false);
        driver.addAppender(appender);
        driver.setLevel(Level.DEBUG);
    }

    /** In their order, begin and commit among them. */
    public List<Sent> statements() {
        Set<String> ours = connections();
        return lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .filter(line -> ours.contains(line.group(1)))
                .map(line -> new Sent(line.group(1), line.group(2).strip()))
                .toList();
    }

    /** Those that say one of these words, without begin and commit. */
    public List<String> saying(String... words) {
        return statements().stream()
                .filter(sent -> Stream.of(words).anyMatch(sent::says))
                .map(Sent::sql)
                .toList();
    }

    /** Several tests may listen at the same time; the last one leaves it as it was. */
    @Override
    public void close() {
        driver.detachAppender(appender);
        appender.stop();
        if (!driver.iteratorForAppenders().hasNext()) {
            driver.setLevel(null);
            driver.setAdditive(true);
        }
    }

    private Set<String> connections() {
        Set<String> ours = new HashSet<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select pid from pg_stat_activity where datname = current_database()")) {
            while (rows.next()) {
                ours.add(rows.getString(1));
            }
            return ours;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
