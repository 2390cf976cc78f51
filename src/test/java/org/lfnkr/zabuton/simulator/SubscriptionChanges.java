package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

/** What the API may do to a subscription: look, change, pause, cancel. */
record SubscriptionChanges(
        World world,
        Subscriptions subscriptions,
        PaymentMethods methods,
        Prices prices,
        Billing billing)
        implements Resource {

    private static final Shape UPDATE =
            Shape.of(
                    "cancel_at_period_end cancel_at default_payment_method description trial_end",
                    "proration_behavior payment_behavior metadata.* off_session",
                    "pause_collection.{behavior,resumes_at} pause_collection.*",
                    "cancellation_details.{comment,feedback}",
                    "items[].{id,quantity,deleted}",
                    Prices.shape("items[].price_data"));

    @Override
    public List<Route> routes() {
        Shape list = Shape.list("customer status", Listing.CREATED);
        Shape cancel = Shape.of("cancellation_details.{comment,feedback} invoice_now prorate");
        return List.of(
                Route.of("GET /v1/subscriptions", list, subscriptions::list),
                Route.of(
                        "GET /v1/subscriptions/{id}",
                        Shape.of(),
                        call -> subscriptions.require(call.id())),
                Route.of("POST /v1/subscriptions/{id}", UPDATE, this::update),
                Route.of("DELETE /v1/subscriptions/{id}", cancel, this::cancel));
    }

    private ObjectNode update(Call call) {
        ObjectNode subscription = subscriptions.require(call.id());
        if (Subscriptions.hasEnded(subscription)) {
            throw StripeError.refused(
                    null,
                    null,
                    "A canceled subscription can only update its cancellation_details and metadata.");
        }
        Params params = call.params();
        check(params);
        boolean newRhythm = changesRhythm(subscription, params);
        world.events.publishChange(
                Subscriptions.UPDATED, subscription, () -> apply(subscription, params, newRhythm));
        if (params.has("trial_end")) {
            billing.billTrial(subscription);
        } else if (newRhythm && !isTrialing(subscription)) {
            billing.billNow(subscription);
        }
        return subscription;
    }

    private void check(Params params) {
        String proration =
                params.choice("proration_behavior", "create_prorations", "none", "always_invoice");
        boolean changesPrice =
                params.children("items").stream().anyMatch(item -> item.has("price_data"));
        if (changesPrice && !proration.equals("none")) {
            throw StripeError.invalid(
                    "proration_behavior",
                    "The simulator does not prorate: pass proration_behavior=none");
        }
        params.children("items").stream()
                .filter(item -> item.has("price_data"))
                .forEach(item -> prices.check(item.child("price_data"), true));
        params.number("trial_end").ifPresent(this::checkFuture);
        if (params.has("cancel_at") && params.has("cancel_at_period_end")) {
            throw StripeError.invalid(
                    "cancel_at",
                    "You may only specify one of these parameters: cancel_at, cancel_at_period_end.");
        }
        params.text("default_payment_method").ifPresent(methods::require);
    }

    private void checkFuture(long time) {
        if (time <= world.now()) {
            throw StripeError.invalid("trial_end", "Invalid timestamp: must be in the future");
        }
        if (time > world.clock.instant().atOffset(ZoneOffset.UTC).plusYears(2).toEpochSecond()) {
            throw StripeError.invalid(
                    "trial_end", "Invalid trial_end: can be at most two years from now");
        }
    }

    private void apply(ObjectNode subscription, Params params, boolean newRhythm) {
        params.children("items").forEach(item -> applyItem(subscription, item));
        if (newRhythm && !isTrialing(subscription) && !params.has("trial_end")) {
            subscriptions.startCycle(subscription, world.now());
        }
        if (params.has("cancel_at_period_end")) {
            subscriptions.cancelAtPeriodEnd(subscription, params.flag("cancel_at_period_end"));
        }
        if (params.has("cancel_at")) {
            boolean none = Json.text(params.tree(), "cancel_at").isEmpty();
            subscriptions.cancelAt(
                    subscription, none ? OptionalLong.empty() : params.number("cancel_at"));
        }
        if (params.has("pause_collection")) {
            pause(subscription, params);
        }
        params.number("trial_end")
                .ifPresent(until -> subscriptions.startTrial(subscription, until));
        for (String key : List.of("default_payment_method", "description")) {
            params.text(key).ifPresent(value -> subscription.put(key, value));
        }
        if (params.has("metadata")) {
            ((ObjectNode) subscription.path("metadata")).setAll(params.metadata());
        }
        explain(subscription, params);
    }

    /** Without an id, Stripe adds a second item: a trap that the shop must not fall into. */
    private void applyItem(ObjectNode subscription, Params change) {
        String id = change.text("id").orElse("");
        if (id.isEmpty()) {
            addItem(subscription, change);
            return;
        }
        ObjectNode item = itemOf(subscription, id, change);
        if (change.has("price_data")) {
            Subscriptions.setPrice(item, prices.create(change.child("price_data")));
        }
        change.number("quantity").ifPresent(quantity -> item.put("quantity", quantity));
    }

    private void addItem(ObjectNode subscription, Params change) {
        ObjectNode price = prices.create(change.child("price_data"));
        ObjectNode item =
                subscriptions.item(
                        Json.text(subscription, "id"), price, change.number("quantity").orElse(1));
        item.put("current_period_start", Subscriptions.periodStart(subscription))
                .put("current_period_end", Subscriptions.periodEnd(subscription));
        Subscriptions.items(subscription).add(item);
    }

    private static ObjectNode itemOf(ObjectNode subscription, String id, Params change) {
        return Subscriptions.items(subscription)
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(item -> Json.text(item, "id").equals(id))
                .findFirst()
                .orElseThrow(
                        () -> StripeError.noSuch("subscription_item", id, change.nameOf("id")));
    }

    /** What is free until a day stays so, whatever is charged from then on. */
    private static boolean isTrialing(ObjectNode subscription) {
        return Json.text(subscription, "status").equals("trialing");
    }

    private static boolean changesRhythm(ObjectNode subscription, Params params) {
        Period.Recurrence present = Subscriptions.recurrence(subscription);
        return params.children("items").stream()
                .filter(item -> item.has("id") && item.child("price_data").has("recurring"))
                .map(item -> item.child("price_data").child("recurring"))
                .map(
                        asked ->
                                new Period.Recurrence(
                                        asked.required("interval"),
                                        asked.number("interval_count").orElse(1)))
                .anyMatch(asked -> !asked.equals(present));
    }

    private static void pause(ObjectNode subscription, Params params) {
        if (params.tree().path("pause_collection").isString()) {
            subscription.putNull("pause_collection");
            return;
        }
        Params asked = params.child("pause_collection");
        asked.required("behavior");
        ObjectNode pause = subscription.putObject("pause_collection");
        pause.put(
                "behavior",
                asked.choice("behavior", "void", "keep_as_draft", "mark_uncollectible"));
        asked.number("resumes_at")
                .ifPresentOrElse(
                        at -> pause.put("resumes_at", at), () -> pause.putNull("resumes_at"));
    }

    private static void explain(ObjectNode subscription, Params params) {
        ObjectNode details = (ObjectNode) subscription.path("cancellation_details");
        for (String key : List.of("comment", "feedback")) {
            params.child("cancellation_details")
                    .text(key)
                    .ifPresent(value -> details.put(key, value));
        }
    }

    private ObjectNode cancel(Call call) {
        ObjectNode subscription = subscriptions.require(call.id());
        if (Subscriptions.hasEnded(subscription)) {
            throw StripeError.noSuch("subscription", call.id(), "id");
        }
        explain(subscription, call.params());
        subscriptions.end(subscription, "cancellation_requested");
        billing.stopCollecting(subscription);
        return subscription;
    }
}
