package org.lfnkr.zabuton.simulator;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What shall go wrong. The API faults hit the next {@code n} calls each, in the order in which they
 * are listed in {@link Kind}; the event faults stay on until {@link #clear()}. All answers are
 * chained.
 */
public final class Faults {

    /** A fault of an API call. */
    public enum Kind {
        RATE_LIMIT("Refuse as too many requests (429), nothing done"),
        BAD_GATEWAY("Answer 502 with HTML, nothing done"),
        RESET_CONNECTION("Cut the connection, nothing done"),
        SERVER_ERROR("Answer 500, nothing done, kept under the key"),
        SERVER_ERROR_AFTER_EFFECT("Do it, answer 500, kept under the key"),
        SERVER_ERROR_EMPTY_BODY("Do it, answer 500 without a body"),
        TRUNCATE("Do it, cut the answer in half"),
        TIME_OUT_AFTER_EFFECT("Do it, never answer");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final Map<Kind, Integer> left = new EnumMap<>(Kind.class);
    private String scope = "";
    private boolean duplicate;
    private boolean twoEventsPerChange;
    private boolean reorder;
    private int lose;
    private Duration delay = Duration.ZERO;
    private Duration lateFees = Duration.ZERO;

    Faults() {}

    /**
     * Later API faults hit only calls that begin with this, for instance {@code "POST
     * /v1/refunds"}; empty means all.
     */
    public synchronized Faults onlyOn(String methodAndPath) {
        scope = methodAndPath;
        return this;
    }

    /** The call takes effect and is never answered. */
    public Faults timeOutAfterEffect(int calls) {
        return next(Kind.TIME_OUT_AFTER_EFFECT, calls);
    }

    /** 429, nothing done. */
    public Faults rateLimit(int calls) {
        return next(Kind.RATE_LIMIT, calls);
    }

    /** 500 without effect; Stripe keeps this answer under the idempotency key. */
    public Faults serverError(int calls) {
        return next(Kind.SERVER_ERROR, calls);
    }

    /** 500 although the call took effect; Stripe keeps this answer under the idempotency key. */
    public Faults serverErrorAfterEffect(int calls) {
        return next(Kind.SERVER_ERROR_AFTER_EFFECT, calls);
    }

    /** 500 without a body although the call took effect; the same key then gets the true answer. */
    public Faults serverErrorEmptyBody(int calls) {
        return next(Kind.SERVER_ERROR_EMPTY_BODY, calls);
    }

    /** 502 with an HTML body from something between us and Stripe, nothing done. */
    public Faults badGateway(int calls) {
        return next(Kind.BAD_GATEWAY, calls);
    }

    /** The call takes effect and half of its answer arrives. */
    public Faults truncate(int calls) {
        return next(Kind.TRUNCATE, calls);
    }

    /**
     * The connection ends without an answer, nothing done. The JDK's client hides the first one by
     * asking again.
     */
    public Faults resetConnection(int calls) {
        return next(Kind.RESET_CONNECTION, calls);
    }

    /** This fault on the next {@code calls} calls. */
    public synchronized Faults next(Kind kind, int calls) {
        left.put(kind, calls);
        return this;
    }

    /** Every delivery is made twice, at the same time. */
    public synchronized Faults duplicateEvents() {
        duplicate = true;
        return this;
    }

    /** Every change makes two event objects with different ids. */
    public synchronized Faults twoEventsPerChange() {
        twoEventsPerChange = true;
        return this;
    }

    /** The events of one change arrive last one first. */
    public synchronized Faults reorderEvents() {
        reorder = true;
        return this;
    }

    /** The next {@code n} events are made, but never delivered. */
    public synchronized Faults loseEvents(int n) {
        lose = n;
        return this;
    }

    /** Events are delivered that much simulated time after they were made. */
    public synchronized Faults delayEvents(Duration duration) {
        delay = duration;
        return this;
    }

    /**
     * A charge gets its balance transaction, and so its fee, only that much simulated time after it
     * succeeded.
     */
    public synchronized Faults lateFees(Duration duration) {
        lateFees = duration;
        return this;
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        left.clear();
        scope = "";
        duplicate = false;
        twoEventsPerChange = false;
        reorder = false;
        lose = 0;
        delay = Duration.ZERO;
        lateFees = Duration.ZERO;
    }

    /** How many calls this fault will still hit. */
    public synchronized int left(Kind kind) {
        return left.getOrDefault(kind, 0);
    }

    synchronized Optional<Kind> take(String methodAndPath) {
        Optional<Kind> next =
                left.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0 && methodAndPath.startsWith(scope))
                        .map(Map.Entry::getKey)
                        .findFirst();
        next.ifPresent(kind -> left.merge(kind, -1, Integer::sum));
        return next;
    }

    synchronized boolean takeLost() {
        boolean lost = lose > 0;
        lose -= lost ? 1 : 0;
        return lost;
    }

    synchronized boolean duplicating() {
        return duplicate;
    }

    synchronized boolean doubling() {
        return twoEventsPerChange;
    }

    synchronized boolean reordering() {
        return reorder;
    }

    synchronized int losing() {
        return lose;
    }

    synchronized Duration delaying() {
        return delay;
    }

    synchronized Duration feesLateBy() {
        return lateFees;
    }
}
