package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code /v1/payment_intents}: one for each session on which somebody tried to pay, whatever became
 * of the try.
 */
record PaymentIntents(World world) implements Resource {

    static final String TYPE = "payment_intent";
    private static final Set<String> REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET /v1/payment_intents",
                        Shape.list("customer", Listing.CREATED),
                        this::list),
                Route.of("GET /v1/payment_intents/{id}", Shape.of(), call -> require(call.id())),
                Route.of(
                        "POST /v1/payment_intents/{id}/cancel",
                        Shape.of("cancellation_reason"),
                        this::cancel));
    }

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, "intent");
    }

    /** The session's intent; made at the first attempt to pay, as Stripe does. */
    ObjectNode of(ObjectNode session) {
        return world.objects
                .find(Json.text(session, keyIn(session)))
                .orElseGet(() -> create(session));
    }

    /** The id of the session's intent, empty before the first attempt. */
    String idOf(ObjectNode session) {
        return Json.text(session, keyIn(session));
    }

    void requireAction(ObjectNode intent, ObjectNode nextAction) {
        intent.put("status", "requires_action")
                .putNull("last_payment_error")
                .set("next_action", nextAction);
        world.events.publish("payment_intent.requires_action", intent);
    }

    void fail(ObjectNode intent, ObjectNode error) {
        intent.put("status", "requires_payment_method")
                .putNull("next_action")
                .putNull("payment_method");
        intent.set("last_payment_error", error);
        world.events.publish("payment_intent.payment_failed", intent);
    }

    void succeed(ObjectNode intent, ObjectNode charge) {
        intent.put("status", "succeeded").putNull("next_action").putNull("last_payment_error");
        intent.put("amount_received", Json.number(intent, "amount"))
                .put("latest_charge", Json.text(charge, "id"));
        world.events.publish("payment_intent.succeeded", intent);
    }

    /** Without effect on an intent that has succeeded. */
    void cancel(ObjectNode intent, String reason) {
        if (isCancelable(intent)) {
            intent.put("status", "canceled").put("canceled_at", world.now()).putNull("next_action");
            intent.put("cancellation_reason", reason.isEmpty() ? null : reason);
            world.events.publish("payment_intent.canceled", intent);
        }
    }

    /** The charge of an invoice to the card on file. */
    ObjectNode forInvoice(ObjectNode invoice, String customerId, String methodId) {
        ObjectNode intent = blank(Json.number(invoice, "total"));
        intent.put("customer", customerId)
                .put("payment_method", methodId)
                .put("description", "Subscription update");
        intent.putArray("payment_method_types").add("card");
        intent.set("payment_method_options", options(Json.object()));
        world.events.publish("payment_intent.created", world.objects.add(intent));
        return intent;
    }

    /** Made by somebody else on the same account, without a page of ours. */
    ObjectNode ofAnotherTool(long amount) {
        ObjectNode intent = blank(amount);
        intent.putArray("payment_method_types").add("card");
        intent.set("payment_method_options", options(Json.object()));
        world.events.publish("payment_intent.created", world.objects.add(intent));
        return intent;
    }

    private ObjectNode blank(long amount) {
        ObjectNode intent = Json.template(TYPE);
        String id = Ids.next("pi");
        return intent.put("id", id)
                .put("created", world.now())
                .put("client_secret", Ids.secret(id))
                .put("currency", "jpy")
                .put("amount", amount);
    }

    private ObjectNode create(ObjectNode session) {
        ObjectNode intent = blank(Json.number(session, "amount_total"));
        intent.set("payment_method_types", session.path("payment_method_types").deepCopy());
        intent.set("payment_method_options", options(session));
        intent.set(
                "payment_method_configuration_details",
                session.path("payment_method_configuration_details").deepCopy());
        JsonNode data = session.path("_payment_intent_data");
        intent.set(
                "metadata",
                data.path("metadata").isObject()
                        ? data.path("metadata").deepCopy()
                        : Json.object());
        for (String key :
                List.of(
                        "description",
                        "receipt_email",
                        "statement_descriptor",
                        "statement_descriptor_suffix")) {
            intent.set(key, data.has(key) ? data.path(key).deepCopy() : intent.path(key));
        }
        session.put(keyIn(session), Json.text(intent, "id"));
        world.events.publish("payment_intent.created", world.objects.add(intent));
        return intent;
    }

    /** A session in subscription mode does not show its intent: the invoice has it. */
    private static String keyIn(ObjectNode session) {
        return Json.text(session, "mode").equals("subscription") ? "_" + TYPE : TYPE;
    }

    private static ObjectNode options(ObjectNode session) {
        ObjectNode options = Json.object();
        JsonNode asked = session.path("payment_method_options");
        options.putObject("card")
                .putNull("installments")
                .putNull("mandate_options")
                .putNull("network")
                .put(
                        "request_three_d_secure",
                        asked.path("card").path("request_three_d_secure").asString("automatic"));
        if (asked.path("konbini").isObject()) {
            konbini(options.putObject("konbini"), asked.path("konbini"));
        }
        return options;
    }

    private static void konbini(ObjectNode konbini, JsonNode asked) {
        konbini.putNull("confirmation_number").putNull("expires_at").putNull("product_description");
        konbini.set("expires_after_days", asked.path("expires_after_days").deepCopy());
    }

    private ObjectNode list(Call call) {
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(call.params()).and(Listing.same(call.params(), "customer"));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }

    private ObjectNode cancel(Call call) {
        ObjectNode intent = require(call.id());
        String reason = call.params().text("cancellation_reason").orElse("");
        if (!reason.isEmpty() && !REASONS.contains(reason)) {
            throw StripeError.invalid(
                    "cancellation_reason",
                    "Invalid cancellation_reason: must be one of " + String.join(", ", REASONS));
        }
        if (!isCancelable(intent)) {
            throw StripeError.refused(
                    "payment_intent_unexpected_state",
                    null,
                    "You cannot cancel this PaymentIntent because it has a status of "
                            + Json.text(intent, "status")
                            + ".");
        }
        if (belongsToOpenSession(intent)) {
            throw StripeError.refused(
                    null,
                    null,
                    "You cannot cancel a PaymentIntent created by a Checkout Session that is open. Expire the Checkout Session instead.");
        }
        cancel(intent, reason);
        return intent;
    }

    private boolean belongsToOpenSession(ObjectNode intent) {
        return !world.objects
                .oldestFirst(
                        CheckoutSessions.TYPE,
                        session ->
                                Json.text(session, TYPE).equals(Json.text(intent, "id"))
                                        && Json.text(session, "status").equals("open"))
                .isEmpty();
    }

    private static boolean isCancelable(ObjectNode intent) {
        return Set.of("requires_payment_method", "requires_action", "requires_confirmation")
                .contains(Json.text(intent, "status"));
    }
}
