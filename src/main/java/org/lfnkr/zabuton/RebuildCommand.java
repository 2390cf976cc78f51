package org.lfnkr.zabuton;

import org.flywaydb.core.Flyway;
import org.lfnkr.zabuton.ledger.Rebuilding;
import org.lfnkr.zabuton.ledger.Rebuilt;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The command {@code rebuild}: drops all figures that are kept beside the journal, computes them
 * anew from journal, lots, price book and purchases, and says of each whether it is the same. The
 * shop may run meanwhile. What people were told, and what was issued, are facts and stay as they
 * are.
 */
final class RebuildCommand {

    private static final String USAGE =
            """
            rebuild           computes all figures anew that are kept beside the journal, and keeps them
            rebuild compare   the same, and leaves them as they are
            Ends with status 0 where they are the same, byte for byte, and with 1 where any differs.
            """;

    private static final int PATIENCE_MINUTES = 60;

    private RebuildCommand() {}

    /**
     * @return the exit status: 0 when all figures were the same, 1 when some were not, 2 when
     *     nothing was done
     */
    static int run(PrintStream out, String... arguments) {
        List<String> wished = Stream.of(arguments).filter(it -> !it.startsWith("--")).toList();
        if (!wished.isEmpty() && !wished.equals(List.of("compare"))) {
            out.print(USAGE);
            return 2;
        }
        String[] settings =
                Stream.of(arguments).filter(it -> it.startsWith("--")).toArray(String[]::new);
        try (ConfigurableApplicationContext shop = Check.prepare(settings)) {
            return shop.getBean(Flyway.class).info().pending().length > 0
                    ? refuse(out, "Migrations wait for the next start; start the shop first.")
                    : tell(out, rebuild(shop, wished.isEmpty()));
        } catch (IllegalStateException e) {
            return refuse(out, String.valueOf(e.getMessage()));
        }
    }

    private static int refuse(PrintStream out, String why) {
        out.println("Nothing was changed. " + why);
        return 2;
    }

    private static int tell(PrintStream out, List<Rebuilt> all) {
        all.forEach(it -> out.println(line(it)));
        return all.stream().allMatch(Rebuilt::isSame) ? 0 : 1;
    }

    private static String line(Rebuilt it) {
        return it.isSame()
                ? "same    %-24s%s".formatted(it.name(), it.after())
                : "differs %-24s%s was kept, %s is right"
                        .formatted(it.name(), it.before(), it.after());
    }

    private static List<Rebuilt> rebuild(ConfigurableApplicationContext shop, boolean keeps) {
        try {
            return shop.getBean(Rebuilding.class)
                    .run(keeps)
                    .toFuture()
                    .get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "The books are being written to, or can't be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The command was interrupted", e);
        }
    }
}
