package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long the desk's pages take with years in the database: {@code README.md} has the command. It
 * follows what the desk's head and its lists offer, and compares each page with one that lists
 * nothing, in turns, so that a noisy machine disturbs both.
 */
public final class DeskBenchmark {

    private static final int ORDERS = 20;
    private static final int COPIES = 5_000;
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 60;
    private static final String LIMIT = "/en/desk/account";
    private static final Pattern LINK = Pattern.compile("href=\"(/en/desk[^\"#]*)\"");

    /** Pages of single records are as many as records; files aren't pages. */
    private static final Pattern LIST =
            Pattern.compile("/en/desk(/[a-z-]+){0,2}(\\?[^\"]*after=[^\"]*)?");

    private DeskBenchmark() {}

    /** The services beside the shop would keep the process alive. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void main(String[] args) {
        int status = 1;
        try {
            run(args.length == 0 ? COPIES : Integer.parseInt(args[0]));
            status = 0;
        } catch (SQLException | IOException | RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private static void run(int copies) throws SQLException, IOException {
        TestDatabase database = TestDatabase.fresh();
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            Years years = new Years(shop, database);
            years.pass(ORDERS, copies);
            years.check();
            int port = shop.getEnvironment().getRequiredProperty("server.port", Integer.class);
            measure(new Guest(port).atDesk(), (copies + 1) * ORDERS);
        }
    }

    private static void measure(Guest staff, int orders) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        times.put(LIMIT, new ArrayList<>());
        pages(staff).forEach(page -> times.putIfAbsent(page, new ArrayList<>()));
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            boolean counts = round >= WARM_UP;
            times.forEach((page, taken) -> take(staff, page, counts ? taken : new ArrayList<>()));
        }
        System.out.printf("%n%,d orders; milliseconds, and the ratio to %s%n%n", orders, LIMIT);
        System.out.printf("%-60s %8s %8s %8s%n", "page", "p50", "p95", "ratio");
        double limit = percentile(times.get(LIMIT), 50);
        times.forEach(
                (page, taken) ->
                        System.out.printf(
                                "%-60s %8.1f %8.1f %8.1f%n",
                                page,
                                percentile(taken, 50),
                                percentile(taken, 95),
                                percentile(taken, 50) / limit));
    }

    private static void take(Guest staff, String page, List<Long> taken) {
        long before = System.nanoTime();
        staff.get(page);
        taken.add(System.nanoTime() - before);
    }

    private static double percentile(List<Long> taken, int percent) {
        List<Long> sorted = taken.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    /** Each list that the desk leads to, and its second page. */
    private static Collection<String> pages(Guest staff) {
        Map<String, Duration> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of("/en/desk"));
        while (!open.isEmpty()) {
            String page = open.poll();
            Guest.Answer answer = staff.get(page);
            if (answer.status() != 200 || found.putIfAbsent(page, Duration.ZERO) != null) {
                continue;
            }
            LINK.matcher(answer.html())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> LIST.matcher(link).matches())
                    .filter(link -> !link.contains("after=") || !page.contains("after="))
                    .forEach(open::add);
        }
        return found.keySet();
    }
}
