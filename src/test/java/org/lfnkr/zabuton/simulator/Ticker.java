package org.lfnkr.zabuton.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time do its work also when nobody moves the clock: once a second. */
final class Ticker implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);

    void start(Runnable tick) {
        Thread.ofVirtual().name("simulator-ticker").start(() -> run(tick));
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run(Runnable tick) {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                tick.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
