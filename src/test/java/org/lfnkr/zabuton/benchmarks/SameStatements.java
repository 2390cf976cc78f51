package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.support.TestDatabase;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What placing an order says to the database, as a script for pgbench: the very statements, with
 * what they were sent, of which only what tells one order from another is made anew each time.
 */
final class SameStatements {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** By them it is known which transaction of the log placed an order. */
    private static final String PLACING = "orders.place(";

    private static final Pattern EXECUTED =
            Pattern.compile("duration: \\S+ ms  execute [^:]*: (.*)", Pattern.DOTALL);

    private static final Pattern PARAMETER =
            Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')", Pattern.DOTALL);

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z+/_-]{8,}");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");

    /**
     * Of a digest in hexadecimal digits behind an x; longer words are sealed, and may be the same
     * twice.
     */
    private static final int LONGEST_INDEX = 65;

    private static final int DIGITS = 12;

    private final TestDatabase database;

    SameStatements(TestDatabase database) {
        this.database = database;
    }

    private record Sent(String sql, Map<Integer, String> parameters) {}

    /**
     * @param placing places one order each time
     */
    String script(Runnable placing) throws SQLException {
        execute("alter system set log_min_duration_statement = 0");
        execute("select pg_reload_conf()");
        placing.run();
        placing.run();
        List<List<Sent>> orders = read();
        execute("alter system reset log_min_duration_statement");
        execute("select pg_reload_conf()");
        List<Sent> first = orders.get(orders.size() - 2);
        List<Sent> second = orders.getLast();
        StringBuilder script =
                new StringBuilder(
                        """
                        \\set n random(100000000000, 999999999999)
                        \\set a random(10000, 99999)
                        \\set b random(10000, 99999)
                        begin;
                        """);
        for (int i = 0; i < second.size(); i++) {
            script.append(again(first.get(i), second.get(i))).append(";\n");
        }
        return script.append("commit;\n").toString();
    }

    private static String again(Sent one, Sent other) {
        return PLACE.matcher(other.sql())
                .replaceAll(
                        place -> {
                            int number = Integer.parseInt(place.group(1));
                            return Matcher.quoteReplacement(
                                    anew(
                                            Objects.requireNonNull(one.parameters().get(number)),
                                            Objects.requireNonNull(
                                                    other.parameters().get(number))));
                        });
    }

    /** Words that differ between two orders will differ from those of all others. */
    private static String anew(String one, String other) {
        List<String> before = words(one);
        return WORD.matcher(other)
                .replaceAll(
                        word ->
                                before.contains(word.group())
                                        ? word.group()
                                        : Matcher.quoteReplacement(anew(word.group())));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String anew(String word) {
        if (REFERENCE.matcher(word).matches()) {
            return ":a-:b";
        }
        boolean isIndex = UUID.matcher(word).matches() || isKeyed(word);
        return isIndex ? word.substring(0, word.length() - DIGITS) + ":n" : word;
    }

    /** A digest, and no day or time. */
    private static boolean isKeyed(String word) {
        return word.length() > 2 * DIGITS
                && word.length() <= LONGEST_INDEX
                && word.chars().anyMatch(Character::isLetter);
    }

    /** The transactions of the log that placed orders, the latest last. */
    private List<List<Sent>> read() throws SQLException {
        Map<Integer, List<Sent>> open = new HashMap<>();
        List<List<Sent>> orders = new ArrayList<>();
        for (String line : log().split("\n")) {
            JsonNode told = JSON.readTree(line);
            if (!told.path("dbname").asString("").equals(database.name())) {
                continue;
            }
            int connection = told.path("pid").asInt();
            String message = told.path("message").asString("");
            if (message.contains(": BEGIN")) {
                open.put(connection, new ArrayList<>());
            }
            Matcher executed = EXECUTED.matcher(message);
            if (executed.matches() && open.containsKey(connection)) {
                List<Sent> sent = open.get(connection);
                sent.add(new Sent(executed.group(1), parameters(told)));
                if (executed.group(1).contains(PLACING)) {
                    orders.add(List.copyOf(sent));
                }
            }
        }
        return orders;
    }

    private static Map<Integer, String> parameters(JsonNode told) {
        return PARAMETER
                .matcher(told.path("detail").asString(""))
                .results()
                .collect(Collectors.toMap(it -> Integer.parseInt(it.group(1)), it -> it.group(2)));
    }

    private String log() throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select pg_read_file(pg_current_logfile('jsonlog'))")) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
