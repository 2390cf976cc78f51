package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.context.ConfigurableApplicationContext;

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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders of one popular piece, eight at once, in turns with pgbench doing the least that any order
 * has to on the same server, whose commits reach the disk. Started by {@code
 * infra/bench/bench.mjs}.
 */
public final class OrdersBenchmark {

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
        List<Double> placed = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            PlacedOrders orders = new PlacedOrders(shop, database);
            orders.aSecond(Math.max(5, seconds));
            for (int round = 0; round < rounds; round++) {
                placed.add(orders.aSecond(seconds));
                limit(database, Path.of(args[3]), seconds).ifPresent(limits::add);
            }
        }
        Files.writeString(
                Path.of(args[0]), "{\"orders\": %s, \"limits\": %s}".formatted(placed, limits));
        System.exit(0);
    }

    private static Optional<Double> limit(TestDatabase database, Path scripts, int seconds)
            throws Exception {
        URI server =
                URI.create(
                        Objects.requireNonNull(database.settings().get("zabuton.database.jdbc-url"))
                                .substring("jdbc:".length()));
        ProcessBuilder pgbench =
                new ProcessBuilder(
                        "pgbench",
                        "--no-vacuum",
                        "--client=" + PlacedOrders.AT_ONCE,
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
            return rate.find() ? Optional.of(Double.parseDouble(rate.group(1))) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
