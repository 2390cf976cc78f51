package org.lfnkr.zabuton.web.server;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Who waits where no count of those inside sees them: in front of a thread that is busy with
 * others' pages. Who has waited there for longer than a page takes is better told to come back.
 */
@Component
final class Backlog {

    private static final Pattern BUYING =
            Pattern.compile(
                    "/(en|ja)/(cart|checkout|orders|give|gifts|me/giving)(/.*)?|/(webhooks|assets)/.*");

    private final FastThreadLocal<@Nullable Pulse> pulses = new FastThreadLocal<>();
    private final Set<EventLoop> watched = ConcurrentHashMap.newKeySet();
    private final Duration others;
    private final Duration buying;

    Backlog(RequestPatience patience) {
        this.others = patience.unread();
        this.buying = patience.unread().multipliedBy(2);
    }

    /** From now on it is known how far behind that thread is. */
    void watch(EventLoop thread) {
        if (watched.add(thread)) {
            thread.execute(() -> watchHere(thread));
        }
    }

    private void watchHere(EventLoop thread) {
        Pulse pulse = new Pulse(System.nanoTime());
        pulses.set(pulse);
        thread.scheduleWithFixedDelay(
                () -> pulse.beat(System.nanoTime()),
                Pulse.BEAT.toMillis(),
                Pulse.BEAT.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A request was read by this thread. */
    void read() {
        Pulse pulse = pulses.get();
        if (pulse != null) {
            pulse.read();
        }
    }

    /**
     * Whether who asks for that on this thread is one of a crowd that has waited for too long. Who
     * is about to pay is let in for longer than those who look around.
     *
     * @param path without the query
     */
    boolean isTooLong(String path) {
        Pulse pulse = pulses.get();
        return pulse != null && pulse.isBehind(isBuying(path) ? buying : others, System.nanoTime());
    }

    /** On the way to a payment, or what such a page needs. */
    static boolean isBuying(String path) {
        return BUYING.matcher(path).matches();
    }
}
