package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.context.ConfigurableApplicationContext;

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what visitors do stays as quick with years in the database: {@code README.md} has the
 * command. An empty shop and one with years run side by side and are asked in turns, so that a
 * noisy machine disturbs both.
 */
public final class GrownBenchmark {

    private static final int ORDERS = 20;
    private static final int COPIES = 5_000;
    private static final int PRODUCTS = 10_000;
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 200;
    private static final int SECONDS = 5;
    private static final Pattern ORDER =
            Pattern.compile("http://localhost:\\d+(/\\S+/orders/\\S+)");

    private GrownBenchmark() {}

    /**
     * @param args how often each order is copied, 5,000 times by default; how many products there
     *     are besides, 10,000 by default; how many orders are sold for real, 20 by default
     */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void main(String[] args) {
        int status = 1;
        try {
            run(number(args, 0, COPIES), number(args, 1, PRODUCTS), number(args, 2, ORDERS));
            status = 0;
        } catch (SQLException | IOException | RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(status); // the services beside the shop would keep the process alive
    }

    private static int number(String[] args, int position, int otherwise) {
        return args.length > position ? Integer.parseInt(args[position]) : otherwise;
    }

    private static void run(int copies, int products, int orders) throws SQLException, IOException {
        TestDatabase few = TestDatabase.fresh();
        TestDatabase many = TestDatabase.fresh();
        try (ConfigurableApplicationContext empty = TestEnvironment.start(few, "journey=true");
                ConfigurableApplicationContext grown =
                        TestEnvironment.start(many, "journey=true")) {
            Years years = new Years(grown, many);
            years.pass(orders, copies);
            years.stock(products);
            years.check();
            System.out.printf(
                    "%n%,d orders and %,d products beside an empty shop%n%n",
                    orders * (copies + 1), products);
            System.out.printf("%-24s %10s %10s %8s%n", "", "empty", "grown", "ratio");
            place(new PlacedOrders(empty, few), new PlacedOrders(grown, many));
            pages(new Visitor(empty, Years.paidOrders(empty)), new Visitor(grown, years.paid()));
        }
    }

    private static void place(PlacedOrders empty, PlacedOrders grown) {
        empty.aSecond(SECONDS);
        grown.aSecond(SECONDS);
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            before.add(empty.aSecond(SECONDS));
            after.add(grown.aSecond(SECONDS));
        }
        row("orders a second", percentile(before, 50), percentile(after, 50));
    }

    private static void pages(Visitor empty, Visitor grown) {
        Map<String, List<Double>> before = new LinkedHashMap<>();
        Map<String, List<Double>> after = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP; round++) {
            empty.look(new LinkedHashMap<>());
            grown.look(new LinkedHashMap<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            empty.look(before);
            grown.look(after);
        }
        before.forEach(
                (page, taken) ->
                        row(
                                page + ", p95 ms",
                                percentile(taken, 95),
                                percentile(after.getOrDefault(page, List.of()), 95)));
    }

    private static void row(String what, double empty, double grown) {
        System.out.printf("%-24s %10.1f %10.1f %8.2f%n", what, empty, grown, grown / empty);
    }

    private static double percentile(List<Double> taken, int percent) {
        List<Double> sorted = taken.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** Somebody who has bought, and looks at what visitors look at. */
    private static final class Visitor {

        private final Guest guest;
        private final Map<String, String> pages = new LinkedHashMap<>();

        Visitor(ConfigurableApplicationContext shop, PaidOrders paid) {
            Order order = paid.paid(Language.EN, 1, "CUSHION-MOSS");
            SignInSamples samples =
                    shop.getAutowireCapableBeanFactory().createBean(SignInSamples.class);
            EmailAddress buyer = new EmailAddress("buyer-" + order.attempt() + "@example.org");
            guest = samples.signedIn(buyer);
            pages.put("home", "/en");
            pages.put("shop", "/en/products");
            pages.put("product", "/en/products/knit-cushion");
            pages.put("give", "/en/give");
            pages.put("an order's page", linkIn(paid, order));
            pages.put("my page", "/en/me");
        }

        /** A shop that runs writes its letters in its own time. */
        private static String linkIn(PaidOrders paid, Order order) {
            return Objects.requireNonNull(
                    Mono.fromSupplier(() -> paid.subjects(order))
                            .filter(letters -> !letters.isEmpty())
                            .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(50)))
                            .map(any -> ORDER.matcher(paid.lastText(order)))
                            .filter(Matcher::find)
                            .map(link -> link.group(1))
                            .block(Duration.ofMinutes(1)));
        }

        void look(Map<String, List<Double>> taken) {
            pages.forEach(
                    (name, page) -> {
                        long begun = System.nanoTime();
                        int status = guest.get(page).status();
                        double milliseconds = (System.nanoTime() - begun) / 1e6;
                        if (status != 200) {
                            throw new IllegalStateException(page + " gave " + status);
                        }
                        taken.computeIfAbsent(name, any -> new ArrayList<>()).add(milliseconds);
                    });
        }
    }
}
