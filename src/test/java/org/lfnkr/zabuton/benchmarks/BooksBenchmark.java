package org.lfnkr.zabuton.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What ten years of books cost: {@code README.md} has the command. A payment is booked in a full
 * and an empty journal, in turns, so that a noisy machine disturbs both; then come the pages of the
 * books, beside one that lists nothing, and last the night, a close and a rebuild.
 */
public final class BooksBenchmark {

    private static final int ENTRIES = 1_000_000;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 100;
    private static final String LIMIT = "/en/desk/account";
    private static final List<String> PAGES =
            List.of(
                    LIMIT,
                    "/en/desk/books",
                    "/en/desk/board",
                    "/en/desk/corrections",
                    "/en/reports",
                    "/en/reports/food",
                    "/en/desk/reports",
                    "/en/desk/reports/food",
                    "/en/desk/periods",
                    "/en/desk/periods/2020-05",
                    "/en/desk/periods/2026-10",
                    "/en/desk/periods/2020-05/late");

    private static final String PAYMENT =
            """
            select ledger.book('stripe', 'txn_' || gen_random_uuid(), 'CHARGE', '2026-10-20',
                array['STRIPE_BALANCE', 'PAYMENT_FEES', 'DONATIONS', 'DONATIONS'],
                array[null, 'OPERATIONS', 'FOOD', 'OPERATIONS'], array[2892, 108, -2550, -450])
            """;

    private static final String REFUND =
            """
            select ledger.book('stripe', 'txn_' || gen_random_uuid(), 'REFUND', '2026-10-20',
                array['STRIPE_BALANCE', 'DONATIONS', 'DONATIONS'], array[null, 'FOOD', 'OPERATIONS'], array[-1000, 850, 150])
            """;

    private BooksBenchmark() {}

    /** The services beside the shop would keep the process alive. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void main(String[] args) {
        int status = 1;
        try {
            run(args.length == 0 ? ENTRIES : Integer.parseInt(args[0]));
            status = 0;
        } catch (SQLException | IOException | RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private static void run(int entries) throws SQLException, IOException {
        TestDatabase full = TestDatabase.fresh();
        try (Connection years = full.connectSimply();
                Connection none = TestDatabase.fresh().connectSimply()) {
            fill(years, entries);
            System.out.printf("%n%,d entries; milliseconds%n%n", entries);
            booking(years, none);
            pages(full);
            slow(years);
        }
    }

    private static void fill(Connection connection, int entries) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                InputStream script = BooksBenchmark.class.getResourceAsStream("/db/journal.sql")) {
            statement.execute("set zabuton.entries = " + entries);
            statement.execute(new String(script.readAllBytes(), UTF_8));
        }
    }

    private static void booking(Connection years, Connection none) throws SQLException {
        for (String entry : List.of(PAYMENT, REFUND)) {
            List<Long> full = new ArrayList<>();
            List<Long> empty = new ArrayList<>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                boolean counts = round >= WARM_UP;
                take(none, entry, counts ? empty : new ArrayList<>());
                take(years, entry, counts ? full : new ArrayList<>());
            }
            String what = entry.equals(PAYMENT) ? "a payment booked" : "a refund booked";
            print(what + ", empty journal", empty, empty);
            print(what + ", full journal", full, empty);
        }
    }

    private static void take(Connection connection, String sql, List<Long> taken)
            throws SQLException {
        long before = System.nanoTime();
        ask(connection, sql);
        taken.add(System.nanoTime() - before);
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static void pages(TestDatabase database) {
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            int port = shop.getEnvironment().getRequiredProperty("server.port", Integer.class);
            Guest staff = new Guest(port).atDesk();
            Map<String, List<Long>> times = new LinkedHashMap<>();
            PAGES.forEach(page -> times.put(page, new ArrayList<>()));
            for (int round = 0; round < (WARM_UP + ROUNDS) / 3; round++) {
                boolean counts = round >= WARM_UP / 3;
                times.forEach(
                        (page, taken) -> take(staff, page, counts ? taken : new ArrayList<>()));
            }
            times.forEach(
                    (page, taken) -> print(page, taken, times.getOrDefault(LIMIT, List.of())));
        }
    }

    private static void take(Guest staff, String page, List<Long> taken) {
        long before = System.nanoTime();
        if (staff.get(page).status() != 200) {
            throw new IllegalStateException("No such page: " + page);
        }
        taken.add(System.nanoTime() - before);
    }

    /** What takes seconds, once each. */
    private static void slow(Connection years) throws SQLException {
        once(
                years,
                "sums of the night",
                "select ledger.sum_up(), bookkeeping.sum_up(), reporting.sum_up()");
        once(years, "a month's snapshot", "select closing.snapshot(closing.next_month())");
        once(
                years,
                "a close begun",
                "select closing.begin(closing.next_month(), gen_random_uuid(), 'years', '2036-01-01')");
        once(years, "all sums anew", "select ledger.rebuild_sums()");
    }

    private static void once(Connection years, String what, String sql) throws SQLException {
        List<Long> taken = new ArrayList<>();
        take(years, sql, taken);
        print(what, taken, taken);
    }

    private static void print(String what, List<Long> taken, List<Long> beside) {
        System.out.printf(
                "%-45s %10.1f %10.1f %8.1f%n",
                what,
                percentile(taken, 50),
                percentile(taken, 95),
                percentile(taken, 50) / percentile(beside, 50));
    }

    private static double percentile(List<Long> taken, int percent) {
        List<Long> sorted = taken.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
