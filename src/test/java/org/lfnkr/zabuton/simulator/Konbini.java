package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Payment at a convenience store: a code now, money days later or never.
 *
 * @see <a href="https://docs.stripe.com/payments/konbini">Stripe: konbini payments</a>
 */
record Konbini(World world, CheckoutSessions sessions, PaymentIntents intents, Charges charges)
        implements SimulatedClock.Alarm {

    static final long LEAST = 120;
    static final long MOST = 300_000;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final long USUAL_DAYS = 3;

    /**
     * A store may take the money in the last minute and tell of it later: Stripe ends a code some
     * time after the moment that is printed on it. How long after is not published.
     */
    static final long BUFFER = Duration.ofHours(1).toSeconds();

    /**
     * The next action of an intent: a code for each chain, valid to the end of the last day in
     * Japan.
     */
    ObjectNode instructions(ObjectNode intent, String sessionId) {
        long days =
                intent.path("payment_method_options")
                        .path("konbini")
                        .path("expires_after_days")
                        .asLong(USUAL_DAYS);
        ObjectNode action = Json.object().put("type", "konbini_display_details");
        ObjectNode details = action.putObject("konbini_display_details");
        details.put("expires_at", endOfDayAfter(days))
                .put("hosted_voucher_url", world.baseUrl() + "/c/voucher/" + sessionId);
        ObjectNode stores = details.putObject("stores");
        for (String chain : List.of("familymart", "lawson", "ministop", "seicomart")) {
            stores.putObject(chain)
                    .put("confirmation_number", Ids.digits(11))
                    .put("payment_code", Ids.digits(6));
        }
        return action;
    }

    void pay(String sessionId, String chain) {
        ObjectNode session = sessions.require(sessionId);
        ObjectNode intent = awaiting(session);
        ObjectNode details = (ObjectNode) session.path("customer_details");
        Buyer buyer = new Buyer(Json.text(details, "email"), Json.text(details, "name"));
        intents.succeed(intent, charges.succeedByKonbini(intent, buyer, chain));
        session.put("payment_status", "paid");
        world.events.publish("checkout.session.async_payment_succeeded", session);
        charges.settleFees();
    }

    void expire(String sessionId) {
        ObjectNode session = sessions.require(sessionId);
        expire(session, awaiting(session));
    }

    @Override
    public Optional<Instant> next() {
        return awaiting().stream()
                .map(Konbini::end)
                .map(Instant::ofEpochSecond)
                .min(Instant::compareTo);
    }

    @Override
    public void ring() {
        awaiting().stream()
                .filter(intent -> end(intent) <= world.now())
                .forEach(
                        intent ->
                                sessions.paying(intent)
                                        .ifPresent(session -> expire(session, intent)));
    }

    private void expire(ObjectNode session, ObjectNode intent) {
        String message =
                "The payment attempt expired before the customer paid at a convenience store.";
        intents.fail(
                intent,
                Json.object()
                        .put("code", "payment_intent_payment_attempt_expired")
                        .put(
                                "doc_url",
                                "https://stripe.com/docs/error-codes/payment-intent-payment-attempt-expired")
                        .put("message", message)
                        .put("type", "invalid_request_error"));
        world.events.publish("checkout.session.async_payment_failed", session);
    }

    private ObjectNode awaiting(ObjectNode session) {
        return world.objects
                .find(Json.text(session, "payment_intent"))
                .filter(isAwaiting())
                .orElseThrow(
                        () ->
                                StripeError.refused(
                                        null,
                                        null,
                                        "No konbini payment is awaited for this session"));
    }

    private List<ObjectNode> awaiting() {
        return world.objects.oldestFirst(PaymentIntents.TYPE, isAwaiting());
    }

    private static Predicate<ObjectNode> isAwaiting() {
        return intent -> intent.path("next_action").path("konbini_display_details").isObject();
    }

    private static long end(ObjectNode intent) {
        JsonNode details = intent.path("next_action").path("konbini_display_details");
        return Json.number(details, "expires_at") + BUFFER;
    }

    private long endOfDayAfter(long days) {
        return world.clock
                .instant()
                .atZone(JAPAN)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.of(23, 59, 59))
                .atZone(JAPAN)
                .toEpochSecond();
    }
}
