package org.lfnkr.zabuton.support;

import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Gives the application under test a database and services of its own. */
class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final DevMailbox MAILBOX = DevMailbox.temporary();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh();
        Map<String, String> settings = new HashMap<>(DevelopmentSettings.common());
        settings.putAll(database.settings());
        settings.putAll(MAILBOX.settings());
        // Tests say when the work of the background is done.
        settings.put("zabuton.background", "false");
        MovableClock clock = new MovableClock();
        StripeSimulator stripe = simulator(context, clock);
        settings.put("zabuton.stripe.api-base", stripe.baseUrl().toString());
        settings.put("zabuton.stripe.read-timeout", "4s");
        TestPropertyValues.of(settings).applyTo(context);
        context.getBeanFactory().registerSingleton("testDatabase", database);
        context.getBeanFactory().registerSingleton("clock", clock);
        context.getBeanFactory().registerSingleton("stripeSimulator", stripe);
        context.getBeanFactory().registerSingleton("mailbox", MAILBOX);
    }

    /** Both live in the application's time; the simulator's clock can be put further ahead. */
    private static StripeSimulator simulator(
            ConfigurableApplicationContext context, MovableClock clock) {
        StripeSimulator stripe =
                StripeSimulator.builder()
                        .apiKey("sk_test_zabuton")
                        .webhookSecret("whsec_zabuton")
                        .clock(clock)
                        .signingClock(clock)
                        .start();
        context.addApplicationListener(
                (WebServerInitializedEvent started) -> stripe.deliverTo(webhook(started)));
        return stripe;
    }

    private static URI webhook(WebServerInitializedEvent started) {
        return URI.create(
                "http://localhost:" + started.getWebServer().getPort() + "/webhooks/stripe");
    }
}
