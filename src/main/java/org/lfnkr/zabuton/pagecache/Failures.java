package org.lfnkr.zabuton.pagecache;

import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.ConcurrentMap;

/**
 * The pages that could not be made lately. For a while nobody waits for another attempt; then one
 * visitor does, and the others don't.
 */
@Component
class Failures {

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final ConcurrentMap<String, Long> until =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .executor(Runnable::run)
                    .<String, Long>build()
                    .asMap();

    boolean mayTry(PageKey key) {
        Long pause = until.get(key.text());
        long now = System.nanoTime();
        return pause == null
                || now - pause > 0 && until.replace(key.text(), pause, now + PAUSE.toNanos());
    }

    void failed(PageKey key) {
        until.put(key.text(), System.nanoTime() + PAUSE.toNanos());
    }

    void succeeded(PageKey key) {
        until.remove(key.text());
    }
}
