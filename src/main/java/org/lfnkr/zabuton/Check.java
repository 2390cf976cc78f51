package org.lfnkr.zabuton;

import static org.springframework.context.support.AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;

import org.flywaydb.core.Flyway;
import org.lfnkr.zabuton.bookkeeping.checks.BalanceChecks;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.closing.Snapshots;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.startup.StartupCheck;
import org.lfnkr.zabuton.startup.StartupCheck.Moment;
import org.lfnkr.zabuton.vault.RestoredKeys;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The command {@code check}: all that a start would look at, and whether the books agree. It opens
 * no shop, changes nothing, and tells everything that is wrong at once. The command {@code
 * restored} looks at a copy of database and keys that was brought back, in the same way, and asks
 * nobody else.
 */
final class Check {

    private static final int PATIENCE_MINUTES = 30;

    private final ConfigurableApplicationContext shop;
    private final PrintStream out;
    private final boolean restored;
    private boolean failed;

    private Check(ConfigurableApplicationContext shop, boolean restored, PrintStream out) {
        this.shop = shop;
        this.restored = restored;
        this.out = out;
    }

    /**
     * @return the exit status: 0 when the shop could start and its books agree
     */
    static int run(PrintStream out, String... arguments) {
        return run(false, out, arguments);
    }

    /**
     * @return the exit status: 0 when the copy is worth something
     */
    static int restored(PrintStream out, String... arguments) {
        return run(true, out, arguments);
    }

    private static int run(boolean restored, PrintStream out, String... arguments) {
        try (ConfigurableApplicationContext shop = prepare(arguments)) {
            Check check = new Check(shop, restored, out);
            check.all();
            return check.failed ? 1 : 0;
        } catch (RuntimeException toldAlready) {
            return 1;
        }
    }

    /** Beans are made when they are asked for, so nothing runs that isn't looked at. */
    static ConfigurableApplicationContext prepare(String... arguments) {
        return new SpringApplicationBuilder(ZabutonApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("zabuton.background=false", "zabuton.check=true")
                .initializers(
                        context ->
                                context.getBeanFactory()
                                        .registerSingleton(
                                                LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingStarts()))
                .run(arguments);
    }

    /** Workers and listeners stay unmade, and what they are made of too. */
    private static final class NothingStarts implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    private void all() {
        settings();
        if (!failed) {
            checks(Moment.BEFORE_MIGRATION);
        }
        if (!failed && isMigrated()) {
            checks(Moment.AFTER_MIGRATION);
            look("the books", this::books);
            if (restored) {
                look("the keys, and those that were destroyed", this::keys);
            }
        }
    }

    private void settings() {
        for (String name : shop.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            holds(() -> shop.getBean(name));
        }
        if (!failed) {
            out.println("ok      the settings");
        }
    }

    private void checks(Moment moment) {
        shop.getBeanProvider(StartupCheck.class)
                .orderedStream()
                .filter(check -> check.moment() == moment)
                .filter(check -> !(restored && check.asksOthers()))
                .forEach(check -> look(check.subject(), check::verify));
    }

    private boolean isMigrated() {
        int waiting = shop.getBean(Flyway.class).info().pending().length;
        if (waiting > 0) {
            failed |= restored;
            out.println("later   " + waiting + " migrations wait for the next start");
        }
        return waiting == 0;
    }

    private void books() {
        none(
                Flux.concat(
                                shop.getBean(Integrity.class).violations(),
                                shop.getBean(BalanceChecks.class).violations(),
                                shop.getBean(Snapshots.class).violations())
                        .concatMapIterable(found -> found)
                        .collectList());
    }

    private void keys() {
        none(shop.getBean(RestoredKeys.class).violations());
    }

    private static void none(Mono<List<String>> violations) {
        List<String> found = wait(violations);
        if (!found.isEmpty()) {
            throw new StartupRefused(String.join("; ", found));
        }
    }

    private static List<String> wait(Mono<List<String>> violations) {
        try {
            return violations.toFuture().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartupRefused("It can't be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted", e);
        }
    }

    private void look(String subject, Runnable check) {
        if (holds(check)) {
            out.println("ok      " + subject);
        }
    }

    private boolean holds(Runnable check) {
        try {
            check.run();
            return true;
        } catch (RuntimeException e) {
            failed = true;
            out.println(
                    "wrong   "
                            + StartupRefused.in(e).map(Throwable::getMessage).orElse(e.toString()));
            return false;
        }
    }
}
