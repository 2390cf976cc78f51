package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code /v1/subscriptions}: objects and their periods. What happens in time is {@link Billing}.
 */
record Subscriptions(World world) {

    static final String TYPE = "subscription";
    static final String UPDATED = "customer.subscription.updated";
    private static final Set<String> ENDED = Set.of("canceled", "incomplete_expired");

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, "id");
    }

    List<ObjectNode> running() {
        return world.objects.oldestFirst(TYPE, subscription -> !hasEnded(subscription));
    }

    static boolean hasEnded(ObjectNode subscription) {
        return ENDED.contains(Json.text(subscription, "status"));
    }

    /** A new one, still {@code incomplete}, whose first period begins now. */
    ObjectNode create(ObjectNode session, ObjectNode customer, ObjectNode method) {
        ObjectNode subscription = Json.template(TYPE);
        String id = Ids.next("sub");
        subscription
                .put("id", id)
                .put("created", world.now())
                .put("start_date", world.now())
                .put("customer", Json.text(customer, "id"))
                .put("default_payment_method", Json.text(method, "id"));
        JsonNode data = session.path("_subscription_data");
        subscription.set(
                "metadata",
                data.path("metadata").isObject()
                        ? data.path("metadata").deepCopy()
                        : Json.object());
        ((ObjectNode) subscription.path("items"))
                .put("url", "/v1/subscription_items?subscription=" + id);
        CheckoutSessions.lineItems(world.objects, Json.text(session, "id")).stream()
                .map(
                        line ->
                                item(
                                        id,
                                        (ObjectNode) line.path("price"),
                                        Json.number(line, "quantity")))
                .forEach(items(subscription)::add);
        startCycle(subscription, world.now());
        world.events.publish("customer.subscription.created", world.objects.add(subscription));
        return subscription;
    }

    ObjectNode item(String subscriptionId, ObjectNode price, long quantity) {
        ObjectNode item = Json.template("subscription_item");
        item.put("id", Ids.next("si"))
                .put("created", world.now())
                .put("subscription", subscriptionId)
                .put("quantity", quantity);
        return setPrice(item, price);
    }

    static ObjectNode setPrice(ObjectNode item, ObjectNode price) {
        item.set("price", price.deepCopy());
        item.set("plan", Prices.plan(price));
        return item;
    }

    static ArrayNode items(ObjectNode subscription) {
        return (ArrayNode) subscription.path("items").path("data");
    }

    static ObjectNode firstItem(ObjectNode subscription) {
        return (ObjectNode) items(subscription).get(0);
    }

    static long periodStart(ObjectNode subscription) {
        return Json.number(firstItem(subscription), "current_period_start");
    }

    static long periodEnd(ObjectNode subscription) {
        return Json.number(firstItem(subscription), "current_period_end");
    }

    static Period.Recurrence recurrence(ObjectNode subscription) {
        return Period.every(firstItem(subscription).path("price").path("recurring"));
    }

    /** The period that begins with the anchor becomes the present one. */
    void startCycle(ObjectNode subscription, long anchor) {
        subscription.put("billing_cycle_anchor", anchor).put("_cycle", 0);
        setPeriod(subscription, Period.of(anchor, recurrence(subscription), 0));
    }

    void nextCycle(ObjectNode subscription) {
        long cycle = Json.number(subscription, "_cycle") + 1;
        subscription.put("_cycle", cycle);
        long anchor = Json.number(subscription, "billing_cycle_anchor");
        setPeriod(subscription, Period.of(anchor, recurrence(subscription), cycle));
    }

    /** Nothing is due until the trial ends; then the first period begins. */
    void startTrial(ObjectNode subscription, long until) {
        subscription
                .put("status", "trialing")
                .put("trial_start", world.now())
                .put("trial_end", until);
        subscription.put("billing_cycle_anchor", until).put("_cycle", -1);
        setPeriod(subscription, new Period(world.now(), until));
    }

    void setStatus(ObjectNode subscription, String status) {
        world.events.publishChange(UPDATED, subscription, () -> subscription.put("status", status));
    }

    void cancelAtPeriodEnd(ObjectNode subscription, boolean cancel) {
        subscription.put("cancel_at_period_end", cancel);
        if (cancel) {
            subscription.put("cancel_at", periodEnd(subscription)).put("canceled_at", world.now());
            ((ObjectNode) subscription.path("cancellation_details"))
                    .put("reason", "cancellation_requested");
        } else {
            subscription.putNull("cancel_at").putNull("canceled_at");
            ((ObjectNode) subscription.path("cancellation_details")).putNull("reason");
        }
    }

    /** A time instead of the flag, as the portal may set it; nothing takes it back. */
    void cancelAt(ObjectNode subscription, OptionalLong time) {
        cancelAtPeriodEnd(subscription, time.isPresent());
        subscription.put("cancel_at_period_end", false);
        time.ifPresent(at -> subscription.put("cancel_at", at));
    }

    void end(ObjectNode subscription, String reason) {
        subscription.put("status", "canceled").put("ended_at", world.now());
        if (subscription.path("canceled_at").isNull()) {
            subscription.put("canceled_at", world.now());
        }
        ((ObjectNode) subscription.path("cancellation_details")).put("reason", reason);
        world.events.publish("customer.subscription.deleted", subscription);
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        String status = params.text("status").orElse("");
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(params)
                        .and(Listing.same(params, "customer"))
                        .and(subscription -> isAsked(subscription, status));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }

    /** Without a status, Stripe lists those that have not been canceled. */
    private static boolean isAsked(ObjectNode subscription, String status) {
        String its = Json.text(subscription, "status");
        return switch (status) {
            case "" -> !its.equals("canceled");
            case "all" -> true;
            case "ended" -> ENDED.contains(its);
            default -> its.equals(status);
        };
    }

    private static void setPeriod(ObjectNode subscription, Period period) {
        items(subscription)
                .forEach(
                        item ->
                                ((ObjectNode) item)
                                        .put("current_period_start", period.start())
                                        .put("current_period_end", period.end()));
    }
}
