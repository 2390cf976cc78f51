package org.lfnkr.zabuton.startup;

import org.lfnkr.zabuton.startup.StartupCheck.Moment;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StartupConfiguration {

    private static final String CHECK = "zabuton.check";

    /** Everything else waits for the migrations, so this is the door that a start goes through. */
    @Bean
    @ConditionalOnBooleanProperty(name = CHECK, havingValue = false, matchIfMissing = true)
    FlywayMigrationStrategy checkedMigration(ObjectProvider<StartupCheck> checks, Home home) {
        return flyway -> {
            verify(checks, Moment.BEFORE_MIGRATION);
            flyway.migrate();
            verify(checks, Moment.AFTER_MIGRATION);
            home.settle();
        };
    }

    /** The command {@code check} looks without changing anything. */
    @Bean
    @ConditionalOnBooleanProperty(name = CHECK)
    FlywayMigrationStrategy noMigration() {
        return flyway -> {};
    }

    private static void verify(ObjectProvider<StartupCheck> checks, Moment moment) {
        checks.orderedStream()
                .filter(check -> check.moment() == moment)
                .forEach(StartupCheck::verify);
    }
}
