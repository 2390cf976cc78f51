package org.lfnkr.zabuton.support;

import org.lfnkr.zabuton.ZabutonApplication;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Gives the application under test a database and services of its own. */
public class TestEnvironment
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String R2DBC = "zabuton.database.r2dbc-url";
    private static final DevMailbox MAILBOX = DevMailbox.temporary();

    private final TestDatabase database;

    TestEnvironment() {
        this(TestDatabase.fresh());
    }

    private TestEnvironment(TestDatabase database) {
        this.database = database;
    }

    /**
     * The application on a database that outlives it.
     *
     * @param settings such as {@code journey=true}
     */
    public static ConfigurableApplicationContext start(TestDatabase database, String... settings) {
        return new SpringApplicationBuilder(ZabutonApplication.class)
                .properties(settings)
                .initializers(new TestEnvironment(database))
                .run();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        MovableClock movable = new MovableClock();
        boolean together = flag(context, "simulated-time");
        StripeSimulator stripe = start(movable, together);
        Clock clock = together ? stripe.clock() : movable;
        int port = freePort();
        // People at a browser meet a shop that is set up as it should be.
        stripe.deliverTo(
                URI.create("http://localhost:" + port + "/webhooks/stripe"),
                flag(context, "journey") ? StripeNews.types() : List.of("*"));
        Map<String, String> settings = new HashMap<>(DevelopmentSettings.common());
        settings.putAll(database.settings());
        // Some thirty applications share one server, and most of them work for one test at a time.
        settings.put("spring.r2dbc.pool.initial-size", "1");
        if (flag(context, "pausing-database")) {
            settings.put(R2DBC, pausing(context));
        } else {
            // A busy machine, or one that was halted for a while, is no database that hangs.
            settings.put("spring.r2dbc.pool.max-acquire-time", "2m");
            settings.put("spring.r2dbc.pool.max-create-connection-time", "2m");
            settings.put("spring.r2dbc.properties.lockWaitTimeout", "PT2M");
            settings.put("spring.r2dbc.properties.statementTimeout", "PT2M");
        }
        settings.putAll(DevelopmentSettings.of(stripe));
        settings.putAll(MAILBOX.settings());
        settings.put("server.port", Integer.toString(port));
        settings.put("zabuton.web.origin", "http://localhost:" + port);
        // Tests say when the work of the background is done; journeys let it run.
        settings.put("zabuton.background", String.valueOf(flag(context, "journey")));
        settings.put("zabuton.stripe.read-timeout", "4s");
        // All tests come from one network; those of the gate name limits of their own.
        Stream.of("per-sender", "in-all", "held-per-sender")
                .map(limit -> "zabuton.guard." + limit)
                .forEach(limit -> settings.put(limit, text(context, limit, "1000")));
        TestPropertyValues.of(settings).applyTo(context);
        context.getBeanFactory().registerSingleton("testDatabase", database);
        context.getBeanFactory().registerSingleton("clock", clock);
        context.getBeanFactory().registerSingleton("stripeSimulator", stripe);
        context.getBeanFactory().registerSingleton("mailbox", MAILBOX);
    }

    /** The application reaches its database through a proxy that a test can pause. */
    private String pausing(ConfigurableApplicationContext context) {
        String address = database.settings().getOrDefault(R2DBC, "");
        URI url = URI.create(address.substring("r2dbc:".length()));
        PausingProxy proxy = PausingProxy.to(url.getPort());
        context.getBeanFactory().registerSingleton("pausingProxy", proxy);
        return "r2dbc:postgresql://localhost:" + proxy.port() + url.getPath();
    }

    private static String text(
            ConfigurableApplicationContext context, String name, String otherwise) {
        return context.getEnvironment().getProperty(name, otherwise);
    }

    private static boolean flag(ConfigurableApplicationContext context, String name) {
        return Boolean.parseBoolean(context.getEnvironment().getProperty(name, "false"));
    }

    /**
     * @param together whether the application lives in the simulator's time
     */
    private static StripeSimulator start(MovableClock clock, boolean together) {
        StripeSimulator.Builder builder = StripeSimulator.builder().clock(clock);
        if (!together) {
            return builder.signingClock(clock).start();
        }
        StripeSimulator stripe = builder.start();
        stripe.clock().advance(untilMorning(stripe.clock().instant()));
        return stripe;
    }

    /**
     * Simulated time begins at one time of the day, whenever the tests are run: near midnight in
     * Tokyo charges come otherwise.
     */
    private static Duration untilMorning(Instant now) {
        ZonedDateTime today = now.atZone(BusinessDate.TOKYO);
        ZonedDateTime morning = today.with(LocalTime.of(10, 0));
        return Duration.between(today, morning.isBefore(today) ? morning.plusDays(1) : morning);
    }

    /**
     * Chosen before the start, because the payment page has to lead back to it; not from the ports
     * that connections get, since one could come between in the seconds of a start.
     */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(10_000, 30_000)
                .filter(TestEnvironment::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket any = new ServerSocket(port)) {
            return any.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
