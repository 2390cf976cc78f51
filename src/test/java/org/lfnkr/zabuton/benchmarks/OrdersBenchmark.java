package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.orders.Cart;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders of one popular piece, eight at once, in turns with pgbench doing the least that any order
 * has to on the same server, whose commits reach the disk. Started by {@code
 * infra/bench/bench.mjs}.
 */
public final class OrdersBenchmark {

    private static final int AT_ONCE = 8;
    private static final int BATCH = 40;
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");

    private static final String TABLES =
            """
            create schema if not exists bench;
            create table bench.orders (id bigint generated always as identity primary key, name text);
            create table bench.line (orders bigint references bench.orders, pieces int);
            create table bench.piece (id int primary key, left_over int check (left_over >= 0));
            insert into bench.piece values (1, 1000000000);
            """;

    private OrdersBenchmark() {}

    /**
     * @param args where to write what was found, rounds, seconds of a round, folder of order.sql
     */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        TestDatabase database = TestDatabase.fresh();
        execute(database, "alter system set fsync = on");
        execute(database, "select pg_reload_conf()");
        execute(database, TABLES);
        List<Double> orders = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            var samples =
                    (OrderSamples)
                            shop.getBeanFactory()
                                    .autowire(
                                            OrderSamples.class,
                                            AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR,
                                            false);
            UUID popular = stocked(database);
            Cart cart = Cart.EMPTY.add(new org.lfnkr.zabuton.catalog.VariantId(popular), 1);
            PlaceOrder wish = samples.wish(cart);
            place(shop.getBean(Orders.class), wish, Math.max(5, seconds));
            for (int round = 0; round < rounds; round++) {
                orders.add(place(shop.getBean(Orders.class), wish, seconds));
                limit(database, Path.of(args[3]), seconds).ifPresent(limits::add);
            }
        }
        Files.writeString(
                Path.of(args[0]), "{\"orders\": %s, \"limits\": %s}".formatted(orders, limits));
        System.exit(0);
    }

    /** Orders a second. */
    private static double place(Orders orders, PlaceOrder wish, int seconds) {
        long begun = System.nanoTime();
        long placed = 0;
        while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
            placed +=
                    Objects.requireNonNull(
                            Flux.range(0, BATCH)
                                    .flatMap(number -> place(orders, again(wish)), AT_ONCE)
                                    .count()
                                    .block());
        }
        return placed * 1e9 / (System.nanoTime() - begun);
    }

    private static Mono<Placement.Placed> place(Orders orders, PlaceOrder wish) {
        return orders.place(wish).cast(Placement.Placed.class);
    }

    /** The same by somebody else. */
    private static PlaceOrder again(PlaceOrder wish) {
        UUID attempt = UUID.randomUUID();
        return new PlaceOrder(
                attempt,
                wish.cart(),
                wish.delivery(),
                new org.lfnkr.zabuton.kernel.EmailAddress("buyer-" + attempt + "@example.org"),
                wish.language(),
                wish.seen(),
                true);
    }

    private static UUID stocked(TestDatabase database) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                var row =
                        statement.executeQuery(
                                "select v.id from catalog.variant v join stock.item i on i.variant_id = v.id"
                                        + " order by i.on_hand desc limit 1")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static java.util.Optional<Double> limit(
            TestDatabase database, Path scripts, int seconds) throws Exception {
        URI server =
                URI.create(
                        Objects.requireNonNull(database.settings().get("zabuton.database.jdbc-url"))
                                .substring("jdbc:".length()));
        ProcessBuilder pgbench =
                new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--client=" + AT_ONCE,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + scripts.resolve("order.sql"),
                        "--host=" + server.getHost(),
                        "--port=" + server.getPort(),
                        "--username=postgres",
                        database.name());
        pgbench.environment().put("PGPASSWORD", "postgres");
        pgbench.redirectErrorStream(true);
        try {
            Process process = pgbench.start();
            String told =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(told);
            return rate.find()
                    ? java.util.Optional.of(Double.parseDouble(rate.group(1)))
                    : java.util.Optional.empty();
        } catch (IOException notInstalled) {
            return java.util.Optional.empty();
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
