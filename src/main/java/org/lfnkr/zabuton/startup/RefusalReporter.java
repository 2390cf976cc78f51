package org.lfnkr.zabuton.startup;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import java.util.Optional;

/** Tells a {@link StartupRefused} in one line, whatever beans it came through. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(RefusalReporter.class);

    RefusalReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        Optional<StartupRefused> refusal = StartupRefused.in(failure);
        refusal.ifPresent(refused -> log.error("Zabuton doesn't start. {}", refused.getMessage()));
        return refusal.isPresent();
    }
}
