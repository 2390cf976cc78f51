package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What went over the wire that the real Stripe would not have said or heard. It is found beside the
 * traffic, so that nobody's time-out depends on how long it takes.
 */
final class Violations implements AutoCloseable {

    private final List<String> found = new ArrayList<>();
    private final AtomicInteger unchecked = new AtomicInteger();
    private final ExecutorService checker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final boolean watching;

    Violations(boolean watching) {
        this.watching = watching;
    }

    void request(String endpoint, JsonNode params) {
        check("request ", () -> ContractOracle.shared().checkRequest(endpoint, params));
    }

    void answer(String endpoint, JsonNode answer) {
        check("answer ", () -> ContractOracle.shared().checkAnswer(endpoint, answer));
    }

    void event(JsonNode event) {
        check("event ", () -> ContractOracle.shared().checkEvent(event));
    }

    /** Something that is wrong whether the oracle watches or not. */
    synchronized void add(String wrong) {
        found.add(wrong);
    }

    /** All of them, once everything that went by has been looked at. */
    synchronized List<String> all() {
        while (unchecked.get() > 0) {
            pause();
        }
        return List.copyOf(found);
    }

    @Override
    public synchronized void close() {
        unchecked.addAndGet(-checker.shutdownNow().size());
        notifyAll();
    }

    private void check(String what, Supplier<List<String>> check) {
        if (watching && !checker.isShutdown()) {
            unchecked.incrementAndGet();
            checker.execute(() -> look(what, check));
        }
    }

    private void look(String what, Supplier<List<String>> check) {
        try {
            check.get().forEach(wrong -> add(what + wrong));
        } catch (RuntimeException unreadable) {
            add(what + "could not be checked: " + unreadable);
        } finally {
            done();
        }
    }

    private synchronized void done() {
        unchecked.decrementAndGet();
        notifyAll();
    }

    private void pause() {
        try {
            wait(1000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted while violations were looked for", stopped);
        }
    }
}
