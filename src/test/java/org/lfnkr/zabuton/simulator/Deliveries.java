package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Brings events to webhook endpoints, one after the other, and again later where the answer is not
 * 2xx. Due times are simulated time.
 */
final class Deliveries implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectStore objects;
    private final Faults faults;
    private final Clock clock;
    private final Clock signingClock;
    private final Runnable changed;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final PriorityQueue<Delivery> queue = new PriorityQueue<>();
    private final Set<String> attempted = new HashSet<>();
    private int inFlight;
    private long sequence;
    private boolean closed;

    Deliveries(
            ObjectStore objects, Faults faults, Clock clock, Clock signingClock, Runnable changed) {
        this.objects = objects;
        this.faults = faults;
        this.clock = clock;
        this.signingClock = signingClock;
        this.changed = changed;
    }

    void start() {
        Thread.ofVirtual().name("simulator-webhooks").start(this::run);
    }

    synchronized void enqueue(List<ObjectNode> events) {
        List<ObjectNode> ordered = faults.reordering() ? events.reversed() : events;
        Instant due = clock.instant().plus(faults.delaying());
        ordered.forEach(event -> enqueue(event, due, faults.takeLost()));
        notifyAll();
    }

    /** Delivers an event once more, whatever became of it before. */
    synchronized void resend(ObjectNode event) {
        endpointsFor(event).forEach(endpoint -> add(event, endpoint, clock.instant()));
        notifyAll();
    }

    /** Goes on with what an earlier run had not brought home. */
    synchronized void resume() {
        Predicate<ObjectNode> open =
                event -> Json.text(event, "_delivery").matches("waiting|refused .*");
        objects.oldestFirst(Events.TYPE, open).forEach(this::resend);
    }

    /** Returns when every delivery that is due has been attempted. */
    synchronized void settle() {
        await(() -> inFlight == 0 && !isDue(), Duration.ofMinutes(2));
    }

    /**
     * Returns when the event was attempted for the first time, or after {@code limit}, or when it
     * can't be soon.
     */
    synchronized void awaitFirstAttempt(String eventId, Duration limit) {
        await(() -> attempted.contains(eventId) || !isQueuedForNow(eventId), limit);
    }

    synchronized void wake() {
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        http.shutdownNow();
    }

    private void enqueue(ObjectNode event, Instant due, boolean lost) {
        List<ObjectNode> endpoints = endpointsFor(event);
        event.put("pending_webhooks", endpoints.size());
        event.put("_delivery", lost ? "lost" : endpoints.isEmpty() ? "nobody listens" : "waiting");
        if (!lost) {
            endpoints.forEach(endpoint -> add(event, endpoint, due));
        }
    }

    private void add(ObjectNode event, ObjectNode endpoint, Instant due) {
        queue.add(
                new Delivery(
                        Json.text(event, "id"), Json.text(endpoint, "id"), due, 0, sequence++));
    }

    private List<ObjectNode> endpointsFor(ObjectNode event) {
        return objects.oldestFirst(
                "webhook_endpoint",
                endpoint -> WebhookEndpoints.wants(endpoint, Json.text(event, "type")));
    }

    private void run() {
        while (true) {
            List<Delivery> next = takeDue();
            if (next.isEmpty()) {
                return;
            }
            next.stream()
                    .map(d -> Thread.ofVirtual().start(() -> attempt(d)))
                    .toList()
                    .forEach(Deliveries::join);
            done(next.size());
        }
    }

    private synchronized List<Delivery> takeDue() {
        while (!closed && !isDue()) {
            pause(500);
        }
        List<Delivery> next = new ArrayList<>();
        if (!closed) {
            next.add(queue.remove());
            next.addAll(faults.duplicating() ? next : List.of());
            inFlight += next.size();
        }
        return next;
    }

    private void attempt(Delivery delivery) {
        ObjectNode event = objects.find(delivery.eventId()).orElseThrow();
        objects.find(delivery.endpointId())
                .ifPresent(endpoint -> finish(delivery, event, send(event, endpoint)));
    }

    private boolean send(ObjectNode event, ObjectNode endpoint) {
        String payload = Json.pretty(ObjectStore.published(event));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(Json.text(endpoint, "url")))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                        .header(
                                "Stripe-Signature",
                                Signature.header(
                                        Json.text(endpoint, "_secret"),
                                        payload,
                                        signingClock.instant()))
                        .POST(HttpRequest.BodyPublishers.ofString(payload))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (java.io.IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void finish(Delivery delivery, ObjectNode event, boolean accepted) {
        attempted.add(delivery.eventId());
        changed.run();
        if (accepted) {
            event.put("pending_webhooks", Math.max(0, Json.number(event, "pending_webhooks") - 1));
            event.put("_delivery", "delivered");
        } else {
            event.put("_delivery", "refused " + (delivery.attempt() + 1) + " times");
            retry(delivery);
        }
    }

    private void retry(Delivery delivery) {
        boolean queued =
                queue.stream()
                        .anyMatch(
                                other ->
                                        other.eventId().equals(delivery.eventId())
                                                && other.endpointId().equals(delivery.endpointId())
                                                && other.attempt() > delivery.attempt());
        if (delivery.mayRetry() && !queued) {
            queue.add(delivery.retry(clock.instant(), sequence++));
        }
    }

    private synchronized void done(int count) {
        inFlight -= count;
        notifyAll();
    }

    private boolean isDue() {
        return !queue.isEmpty() && !queue.peek().due().isAfter(clock.instant());
    }

    private boolean isQueuedForNow(String eventId) {
        boolean queued =
                queue.stream()
                        .anyMatch(
                                d ->
                                        d.eventId().equals(eventId)
                                                && !d.due().isAfter(clock.instant()));
        return queued || inFlight > 0;
    }

    private void await(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!closed && !condition.getAsBoolean() && System.nanoTime() < end) {
            pause(100);
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
