package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders of one popular piece, eight at once, in turns with pgbench sending the same statements to
 * the same server. Started by {@code infra/bench/bench.mjs}.
 */
public final class OrdersBenchmark {

    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");

    /** Seconds. */
    private static final int WARM_UP = 45;

    private OrdersBenchmark() {}

    /**
     * @param args where to write what was found, rounds, seconds of a round
     */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        TestDatabase database = TestDatabase.fresh();
        List<Double> placed = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        // As production does, it hears of changes, and so has prices and rates in its memory.
        try (ConfigurableApplicationContext shop =
                TestEnvironment.start(database, "journey=true")) {
            PlacedOrders orders = new PlacedOrders(shop, database);
            orders.aSecond(WARM_UP);
            Path script = Files.createTempFile("order", ".sql");
            Files.writeString(script, new SameStatements(database).script(orders::one));
            for (int round = 0; round < rounds; round++) {
                placed.add(orders.aSecond(seconds));
                limit(database, script, seconds).ifPresent(limits::add);
            }
        }
        Files.writeString(
                Path.of(args[0]), "{\"orders\": %s, \"limits\": %s}".formatted(placed, limits));
        System.exit(0);
    }

    private static Optional<Double> limit(TestDatabase database, Path script, int seconds)
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
                        "--file=" + script,
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
}
