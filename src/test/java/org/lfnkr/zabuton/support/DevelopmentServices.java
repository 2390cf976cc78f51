package org.lfnkr.zabuton.support;

import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The services of a development run, on ports of their own, with data that stays. */
public final class DevelopmentServices {

    private static final String DATABASE = "zabuton";
    private static final int STRIPE_PORT = 12111;
    private static final int SMTP_PORT = 1026;
    private static final int MAILBOX_PORT = 8026;

    private final EmbeddedDatabase database;
    private final StripeSimulator stripe;
    private final DevMailbox mailbox;
    private final Path keys;
    private final int port;

    private DevelopmentServices(
            EmbeddedDatabase database,
            StripeSimulator stripe,
            DevMailbox mailbox,
            Path keys,
            int port) {
        this.database = database;
        this.stripe = stripe;
        this.mailbox = mailbox;
        this.keys = keys;
        this.port = port;
        database.createIfMissing(DATABASE);
        stripe.deliverTo(
                URI.create("http://localhost:" + port + "/webhooks/stripe"), StripeNews.types());
    }

    /**
     * @param data folder that keeps the database, persons' keys and what Stripe knows; delete it to
     *     start afresh
     * @param port of the shop, to which webhooks are sent
     */
    public static DevelopmentServices start(Path data, int port) {
        return new DevelopmentServices(
                EmbeddedDatabase.keptIn(data.resolve("postgres")),
                StripeSimulator.builder()
                        .port(STRIPE_PORT)
                        .stateFile(data.resolve("stripe.json"))
                        .oracle(false)
                        .start(),
                DevMailbox.on(SMTP_PORT, MAILBOX_PORT),
                data.resolve("keys"),
                port);
    }

    /**
     * The same on any ports, with data that goes when the process ends.
     *
     * @param keys folder for persons' keys
     * @param port of the shop, to which webhooks are sent
     */
    public static DevelopmentServices temporary(Path keys, int port) {
        return new DevelopmentServices(
                EmbeddedDatabase.temporary(),
                StripeSimulator.builder().start(),
                DevMailbox.temporary(),
                keys,
                port);
    }

    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(DevelopmentSettings.common());
        settings.putAll(database.settings(DATABASE));
        settings.putAll(DevelopmentSettings.of(stripe));
        settings.putAll(mailbox.settings());
        settings.put("zabuton.vault.key-directory", keys.toString());
        settings.put("server.port", Integer.toString(port));
        settings.put("zabuton.web.origin", "http://localhost:" + port);
        return settings;
    }

    public Clock clock() {
        return stripe.clock();
    }

    /** The few addresses that a newcomer wants. */
    public String welcome() {
        return """

        Zabuton is running.

          The shop          http://localhost:%d
          Stripe simulator  %s
          Mailbox           %s
          Staff's desk      http://localhost:%d/en/desk/development (in at once; ?as=ADMIN or ?as=APPROVER for these)
          To sign there     http://localhost:%d/en/desk/development/passkey?as=APPROVER (makes a passkey)

        Test card: 4242 4242 4242 4242. All data lies in .data/; delete it to start afresh.
        """
                .formatted(port, stripe.baseUrl(), mailbox.address(), port, port);
    }
}
