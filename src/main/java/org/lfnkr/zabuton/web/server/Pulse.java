package org.lfnkr.zabuton.web.server;

import java.time.Duration;

/**
 * How far behind one thread of the server is. It beats whenever it has read what lay there; while
 * it doesn't, what it reads has lain unread since the last beat. Used by that thread alone.
 */
final class Pulse {

    static final Duration BEAT = Duration.ofMillis(50);

    /** Fewer at once are no crowd: the thread was held up by something else, and it is over. */
    static final int CROWD = 16;

    private long beaten;
    private int read;

    /**
     * @param now of {@link System#nanoTime()}, as everywhere here
     */
    Pulse(long now) {
        beaten = now;
    }

    void beat(long now) {
        beaten = now;
        read = 0;
    }

    /** A request was read. */
    void read() {
        read++;
    }

    /** Whether a crowd has lain unread for longer than that. */
    boolean isBehind(Duration longest, long now) {
        return read > CROWD && now - beaten > BEAT.plus(longest).toNanos();
    }
}
