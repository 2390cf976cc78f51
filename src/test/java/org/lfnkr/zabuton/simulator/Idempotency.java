package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The first answer under a key is the answer, errors of execution included, for a day. Parameters
 * are compared without regard to their order.
 *
 * @see <a href="https://docs.stripe.com/api/idempotent_requests">Stripe: idempotent requests</a>
 */
final class Idempotency {

    private static final Duration MEMORY = Duration.ofHours(24);

    private record Entry(String endpoint, String params, Instant since, Optional<Reply> reply) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Clock clock;

    Idempotency(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws StripeError if the key is in use for something else, or right now
     */
    Reply once(String key, String endpoint, ObjectNode params, Supplier<Reply> work) {
        Optional<Reply> known = begin(key, endpoint, canonical(params));
        return known.map(reply -> reply.with("Idempotent-Replayed", "true"))
                .orElseGet(() -> run(key, work));
    }

    private synchronized Optional<Reply> begin(String key, String endpoint, String params) {
        entries.values().removeIf(entry -> entry.since().plus(MEMORY).isBefore(clock.instant()));
        Entry known = entries.get(key);
        if (known == null) {
            entries.put(key, new Entry(endpoint, params, clock.instant(), Optional.empty()));
            return Optional.empty();
        }
        check(key, known, endpoint, params);
        return known.reply();
    }

    private static void check(String key, Entry known, String endpoint, String params) {
        if (!known.endpoint().equals(endpoint)) {
            throw StripeError.idempotency(
                    400,
                    null,
                    "Keys for idempotent requests can only be used for the same endpoint they were "
                            + "first used for ('"
                            + known.endpoint()
                            + "' vs '"
                            + endpoint
                            + "'). Try using a key other than '"
                            + key
                            + "' if you meant to execute a different request.");
        }
        if (!known.params().equals(params)) {
            throw StripeError.idempotency(
                    400,
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were "
                            + "first used with. Try using a key other than '"
                            + key
                            + "' if you meant to execute a different request.");
        }
        if (known.reply().isEmpty()) {
            throw StripeError.idempotency(
                    409,
                    "idempotency_key_in_use",
                    "There is currently another in-progress request using this "
                            + "Stripe idempotency key (that probably means you submitted twice, and the other request is still going through): "
                            + key
                            + ". Please try again later.");
        }
    }

    private Reply run(String key, Supplier<Reply> work) {
        try {
            Reply reply = work.get();
            keep(key, reply);
            return reply;
        } catch (StripeError error) {
            keepOrForget(key, error);
            throw error;
        } catch (RuntimeException bug) {
            forget(key);
            throw bug;
        }
    }

    private synchronized void keep(String key, Reply reply) {
        entries.computeIfPresent(
                key, (k, e) -> new Entry(e.endpoint(), e.params(), e.since(), Optional.of(reply)));
    }

    private void keepOrForget(String key, StripeError error) {
        if (error.stored) {
            keep(key, Reply.of(error));
        } else {
            forget(key);
        }
    }

    private synchronized void forget(String key) {
        entries.remove(key);
    }

    private static String canonical(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(Idempotency::canonical).toList().toString();
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> Json.text(Json.array().add(e.getKey())) + canonical(e.getValue()))
                    .toList()
                    .toString();
        }
        return Json.text(node);
    }
}
