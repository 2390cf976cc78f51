package org.lfnkr.zabuton.support;

import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

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
        TestPropertyValues.of(settings).applyTo(context);
        context.getBeanFactory().registerSingleton("testDatabase", database);
        context.getBeanFactory().registerSingleton("clock", new MovableClock());
        context.getBeanFactory().registerSingleton("mailbox", MAILBOX);
    }
}
