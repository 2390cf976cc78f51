package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Predicate;

/** {@code /v1/customers}: somebody who pays more than once. */
record Customers(World world, PaymentMethods methods, Subscriptions subscriptions, Billing billing)
        implements Resource {

    static final String TYPE = "customer";

    @Override
    public List<Route> routes() {
        Shape fields =
                Shape.of(
                        "email name description phone preferred_locales[] metadata.*",
                        "invoice_settings.default_payment_method");
        return List.of(
                Route.of("POST /v1/customers", fields, this::create),
                Route.of("GET /v1/customers", Shape.list("email", Listing.CREATED), this::list),
                Route.of("GET /v1/customers/{id}", Shape.of(), call -> present(call.id())),
                Route.of("POST /v1/customers/{id}", fields, this::update),
                Route.of("DELETE /v1/customers/{id}", Shape.of(), this::delete),
                Route.of(
                        "GET /v1/customers/{id}/payment_methods",
                        Shape.list("type"),
                        call -> Listing.page(call, methods.of(require(call.id())))));
    }

    /** A customer that was not deleted. */
    ObjectNode require(String id) {
        ObjectNode customer = present(id);
        if (customer.has("deleted")) {
            throw StripeError.noSuch(TYPE, id, TYPE);
        }
        return customer;
    }

    ObjectNode create(String email, String name) {
        ObjectNode customer = blank();
        customer.put("email", email).put("name", name);
        return publishNew(customer);
    }

    void chargeBy(ObjectNode customer, ObjectNode method) {
        world.events.publishChange(
                "customer.updated",
                customer,
                () ->
                        ((ObjectNode) customer.path("invoice_settings"))
                                .put("default_payment_method", Json.text(method, "id")));
    }

    private ObjectNode present(String id) {
        return world.objects.require(TYPE, id, TYPE);
    }

    private ObjectNode create(Call call) {
        ObjectNode customer = blank();
        describe(customer, call.params());
        return publishNew(customer);
    }

    private ObjectNode blank() {
        ObjectNode customer = Json.template(TYPE);
        customer.put("id", Ids.next("cus")).put("created", world.now());
        return customer.put("invoice_prefix", Ids.random(8).toUpperCase(java.util.Locale.ROOT));
    }

    private ObjectNode publishNew(ObjectNode customer) {
        world.events.publish("customer.created", world.objects.add(customer));
        return customer;
    }

    private ObjectNode update(Call call) {
        ObjectNode customer = require(call.id());
        world.events.publishChange(
                "customer.updated", customer, () -> describe(customer, call.params()));
        return customer;
    }

    private void describe(ObjectNode customer, Params params) {
        params.text("email").ifPresent(mail -> SessionParams.checkAddress("email", mail));
        for (String key : List.of("email", "name", "description", "phone")) {
            params.text(key).ifPresent(value -> customer.put(key, value));
        }
        if (params.has("metadata")) {
            customer.set("metadata", params.metadata());
        }
        params.texts("preferred_locales").forEach(customer.withArray("preferred_locales")::add);
        params.child("invoice_settings")
                .text("default_payment_method")
                .ifPresent(id -> chargeBy(customer, methods.require(id)));
    }

    private ObjectNode list(Call call) {
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(call.params()).and(Listing.same(call.params(), "email"));
        return Listing.page(
                call,
                world.objects.newestFirst(TYPE, filter.and(customer -> !customer.has("deleted"))));
    }

    /** Whatever a customer is subscribed to ends at once. */
    private ObjectNode delete(Call call) {
        ObjectNode customer = require(call.id());
        subscriptions.running().stream()
                .filter(subscription -> Json.text(subscription, "customer").equals(call.id()))
                .forEach(this::end);
        world.events.publish("customer.deleted", customer);
        List<String> names = customer.propertyNames().stream().toList();
        names.stream()
                .filter(name -> !List.of("id", "object").contains(name))
                .forEach(customer::remove);
        return customer.put("deleted", true);
    }

    private void end(ObjectNode subscription) {
        subscriptions.end(subscription, "cancellation_requested");
        billing.stopCollecting(subscription);
    }
}
