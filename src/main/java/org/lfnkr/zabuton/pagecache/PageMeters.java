package org.lfnkr.zabuton.pagecache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How shared pages were answered. What leaves next to the bytes passes no meter of the framework's,
 * so it is counted here.
 */
@Component
class PageMeters {

    /** Where an answer came from. */
    enum How {
        MEMORY,

        /** The visitor had it already. */
        NOT_MODIFIED,

        /** The visitor waited for the application. */
        MADE,

        /** Nothing newer could be made. */
        OLDER,

        /** Told to come back: all places were taken. */
        TURNED_AWAY
    }

    private final Map<How, Counter> answers = new EnumMap<>(How.class);
    private final Counter sent;
    private final Timer making;

    PageMeters(MeterRegistry registry, KeptPages pages) {
        for (How how : How.values()) {
            answers.put(how, answers(how, registry));
        }
        this.sent =
                Counter.builder("zabuton.pages.sent")
                        .description("Bodies of shared pages, as they left")
                        .baseUnit("bytes")
                        .register(registry);
        this.making =
                Timer.builder("zabuton.pages.making")
                        .description("How long the application took to make a shared page")
                        .register(registry);
        Gauge.builder("zabuton.pages.kept", pages, KeptPages::bytes)
                .description("Shared pages in memory")
                .baseUnit("bytes")
                .register(registry);
    }

    private static Counter answers(How how, MeterRegistry registry) {
        return Counter.builder("zabuton.pages.answers")
                .description("Answers to who asked for a shared page")
                .tag("how", how.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry);
    }

    /**
     * @param bytes of the body
     */
    void answered(How how, int bytes) {
        Objects.requireNonNull(answers.get(how)).increment();
        sent.increment(bytes);
    }

    /**
     * @param begun by the time of {@link System#nanoTime()}
     */
    void made(long begun) {
        making.record(Duration.ofNanos(System.nanoTime() - begun));
    }
}
