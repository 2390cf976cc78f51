package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/checkout/sessions}: made by the shop, finished on the hosted page, or expired. */
record CheckoutSessions(World world, PaymentIntents intents, Prices prices)
        implements Resource, SimulatedClock.Alarm {

    static final String TYPE = "checkout.session";

    @Override
    public List<Route> routes() {
        Shape list =
                Shape.list(
                        "customer payment_intent status subscription customer_details.email",
                        Listing.CREATED);
        return List.of(
                Route.of("POST /v1/checkout/sessions", SessionParams.CREATE, this::create),
                Route.of("GET /v1/checkout/sessions", list, this::list),
                Route.of("GET /v1/checkout/sessions/{id}", Shape.of(), call -> require(call.id())),
                Route.of("POST /v1/checkout/sessions/{id}/expire", Shape.of(), this::expire),
                Route.of("GET /v1/checkout/sessions/{id}/line_items", Shape.list(), this::items));
    }

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, "session");
    }

    static List<ObjectNode> lineItems(ObjectStore objects, String sessionId) {
        return objects.oldestFirst("item", item -> Json.text(item, "_session").equals(sessionId));
    }

    /** The session that this payment intent pays, if Checkout made it. */
    Optional<ObjectNode> paying(ObjectNode intent) {
        String id = Json.text(intent, "id");
        return world
                .objects
                .oldestFirst(TYPE, session -> Json.text(session, "payment_intent").equals(id))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Instant> next() {
        return world.objects.oldestFirst(TYPE, CheckoutSessions::isOpen).stream()
                .map(session -> Instant.ofEpochSecond(Json.number(session, "expires_at")))
                .min(Instant::compareTo);
    }

    @Override
    public void ring() {
        Predicate<ObjectNode> due = session -> Json.number(session, "expires_at") <= world.now();
        world.objects.oldestFirst(TYPE, due.and(CheckoutSessions::isOpen)).forEach(this::close);
    }

    private ObjectNode create(Call call) {
        Params params = call.params();
        SessionParams.check(params, world.clock.instant());
        ObjectNode session = Json.template(TYPE);
        String id = Ids.session();
        describe(session, params);
        long total =
                total(
                        new LineItems(world, prices)
                                .create(params.children("line_items"), id, isPlan(session)));
        SessionParams.checkTotal(total);
        session.put("id", id)
                .put("amount_subtotal", total)
                .put("amount_total", total)
                .put("currency", "jpy");
        session.put("url", world.baseUrl() + "/c/pay/" + id);
        return world.objects.add(session);
    }

    private void describe(ObjectNode session, Params params) {
        session.put("created", world.now());
        session.put(
                "expires_at",
                params.number("expires_at").orElse(world.now() + Duration.ofHours(24).toSeconds()));
        for (String key :
                List.of(
                        "success_url",
                        "cancel_url",
                        "client_reference_id",
                        "customer_email",
                        "locale",
                        "submit_type")) {
            params.text(key).ifPresent(value -> session.put(key, value));
        }
        params.text("customer")
                .ifPresent(
                        id -> {
                            world.objects.require("customer", id, "customer");
                            session.put("customer", id);
                        });
        params.child("custom_text")
                .child("submit")
                .text("message")
                .ifPresent(
                        text ->
                                ((ObjectNode) session.path("custom_text"))
                                        .putObject("submit")
                                        .put("message", text));
        session.put(
                "customer_creation", params.choice("customer_creation", "if_required", "always"));
        session.set("metadata", params.metadata());
        session.set("payment_method_options", SessionParams.paymentMethodOptions(params));
        session.putObject("payment_method_configuration_details")
                .put("id", "pmc_simulator")
                .putNull("parent");
        session.set("_subscription_data", params.child("subscription_data").tree().deepCopy());
        if (params.required("mode").equals("subscription")) {
            becomePlan(session);
        }
        params.texts("excluded_payment_method_types")
                .forEach(excluded -> exclude(session, excluded));
        session.set("_payment_intent_data", params.child("payment_intent_data").tree().deepCopy());
        params.child("payment_intent_data").metadata();
    }

    /** Plans are paid by card only. */
    private static void becomePlan(ObjectNode session) {
        session.put("mode", "subscription")
                .put("payment_method_collection", "always")
                .putNull("customer_creation")
                .putNull("invoice_creation");
        session.putArray("payment_method_types").add("card");
        ((ObjectNode) session.path("payment_method_options")).remove("konbini");
    }

    static boolean isPlan(ObjectNode session) {
        return Json.text(session, "mode").equals("subscription");
    }

    private static void exclude(ObjectNode session, String type) {
        session.withArray("payment_method_types")
                .removeIf(offered -> offered.asString("").equals(type));
        session.withArray("excluded_payment_method_types").add(type);
    }

    private static long total(List<ObjectNode> items) {
        return items.stream().mapToLong(item -> Json.number(item, "amount_total")).sum();
    }

    private ObjectNode list(Call call) {
        Params params = call.params();
        String email = params.child("customer_details").text("email").orElse("");
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(params)
                        .and(Listing.same(params, "payment_intent"))
                        .and(Listing.same(params, "customer"))
                        .and(Listing.same(params, "subscription"))
                        .and(Listing.same(params, "status"))
                        .and(
                                s ->
                                        email.isEmpty()
                                                || Json.text(s.path("customer_details"), "email")
                                                        .equals(email));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }

    private ObjectNode items(Call call) {
        return Listing.page(call, lineItems(world.objects, Json.text(require(call.id()), "id")));
    }

    private ObjectNode expire(Call call) {
        ObjectNode session = require(call.id());
        if (!isOpen(session)) {
            throw StripeError.refused(
                    null,
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `"
                            + Json.text(session, "status")
                            + "`.");
        }
        close(session);
        return session;
    }

    private void close(ObjectNode session) {
        session.put("status", "expired").putNull("url");
        // What pays the first invoice of a subscription stays with that invoice.
        world.objects
                .find(intents.idOf(session))
                .filter(intent -> !session.has("_subscription"))
                .ifPresent(intent -> intents.cancel(intent, "expired"));
        world.events.publish("checkout.session.expired", session);
    }

    private static boolean isOpen(ObjectNode session) {
        return Json.text(session, "status").equals("open");
    }
}
