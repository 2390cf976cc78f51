package org.lfnkr.zabuton;

import org.lfnkr.zabuton.startup.Home;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.PrintStream;

/**
 * The command {@code moved}: whoever runs the shop says that this server's database is the only one
 * left, so that a live key of Stripe is taken again.
 */
final class MovedCommand {

    private MovedCommand() {}

    /**
     * @return the exit status: 0 when it is noted
     */
    static int run(PrintStream out, String... settings) {
        try (ConfigurableApplicationContext shop = Check.prepare(settings)) {
            shop.getBean(Home.class).move();
            out.println(
                    "Noted: this database lives here now. Make sure that the other one never starts"
                            + " again with the live key.");
            return 0;
        } catch (RuntimeException e) {
            out.println("Nothing was changed. " + e.getMessage());
            return 1;
        }
    }
}
