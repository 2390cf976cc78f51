package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** {@code /v1/billing_portal}: the page on which a customer changes the card or stops. */
record BillingPortal(World world, Customers customers) implements Resource {

    static final String TYPE = "billing_portal.session";
    private static final String CONFIGURATION = "billing_portal.configuration";

    @Override
    public List<Route> routes() {
        Shape configuration =
                Shape.of(
                        "default_return_url metadata.* business_profile.{headline,privacy_policy_url,terms_of_service_url}",
                        "features.payment_method_update.enabled features.invoice_history.enabled",
                        "features.customer_update.{enabled,allowed_updates[]}",
                        "features.subscription_cancel.{enabled,mode}");
        Shape session =
                Shape.of(
                        "customer return_url configuration locale flow_data.type",
                        "flow_data.after_completion.{type,redirect.return_url}");
        return List.of(
                Route.of("POST /v1/billing_portal/configurations", configuration, this::configure),
                Route.of(
                        "GET /v1/billing_portal/configurations",
                        Shape.list("active is_default"),
                        call ->
                                Listing.page(
                                        call,
                                        world.objects.newestFirst(
                                                CONFIGURATION,
                                                each -> isAsked(each, call.params())))),
                Route.of("POST /v1/billing_portal/sessions", session, this::open));
    }

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, "session");
    }

    private ObjectNode configure(Call call) {
        Params params = call.params();
        if (!params.has("features")) {
            throw StripeError.missing("features");
        }
        ObjectNode configuration = Json.template(CONFIGURATION);
        boolean first = world.objects.oldestFirst(CONFIGURATION, c -> true).isEmpty();
        configuration
                .put("id", Ids.next("bpc"))
                .put("created", world.now())
                .put("updated", world.now())
                .put("is_default", first);
        params.url("default_return_url")
                .ifPresent(url -> configuration.put("default_return_url", url));
        configuration.set("metadata", params.metadata());
        Params features = params.child("features");
        for (String feature :
                List.of(
                        "payment_method_update",
                        "invoice_history",
                        "customer_update",
                        "subscription_cancel")) {
            ((ObjectNode) configuration.path("features").path(feature))
                    .put("enabled", features.child(feature).flag("enabled"));
        }
        String mode =
                features.child("subscription_cancel")
                        .choice("mode", "at_period_end", "immediately");
        ((ObjectNode) configuration.path("features").path("subscription_cancel")).put("mode", mode);
        features.child("customer_update")
                .texts("allowed_updates")
                .forEach(
                        configuration
                                        .path("features")
                                        .path("customer_update")
                                        .withArray("allowed_updates")
                                ::add);
        return world.objects.add(configuration);
    }

    private ObjectNode open(Call call) {
        Params params = call.params();
        ObjectNode customer = customers.require(params.required("customer"));
        String configuration = params.text("configuration").orElseGet(this::usual);
        world.objects.require(CONFIGURATION, configuration, "configuration");
        ObjectNode session = Json.template(TYPE);
        String id = Ids.next("bps");
        session.put("id", id)
                .put("created", world.now())
                .put("customer", Json.text(customer, "id"))
                .put("configuration", configuration)
                .put("url", world.baseUrl() + "/p/session/" + id);
        params.url("return_url").ifPresent(url -> session.put("return_url", url));
        params.text("locale").ifPresent(locale -> session.put("locale", locale));
        flow(session, params.child("flow_data"));
        world.events.publish("billing_portal.session.created", world.objects.add(session));
        return session;
    }

    private static void flow(ObjectNode session, Params data) {
        data.text("type")
                .map(type -> data.choice("type", "payment_method_update"))
                .ifPresent(
                        type -> {
                            ObjectNode flow = session.putObject("flow").put("type", type);
                            afterwards(
                                    flow.putObject("after_completion"),
                                    data.child("after_completion"));
                            flow.putNull("subscription_cancel")
                                    .putNull("subscription_update")
                                    .putNull("subscription_update_confirm");
                        });
    }

    private static boolean isAsked(ObjectNode configuration, Params params) {
        return !params.has("active")
                || configuration.path("active").asBoolean(false) == params.flag("active");
    }

    private static void afterwards(ObjectNode completion, Params asked) {
        completion
                .put("type", asked.choice("type", "portal_homepage", "redirect"))
                .putNull("hosted_confirmation")
                .putNull("redirect");
        asked.child("redirect")
                .url("return_url")
                .ifPresent(url -> completion.putObject("redirect").put("return_url", url));
    }

    private String usual() {
        return world.objects.oldestFirst(CONFIGURATION, c -> true).stream()
                .findFirst()
                .map(configuration -> Json.text(configuration, "id"))
                .orElseThrow(
                        () ->
                                StripeError.refused(
                                        null,
                                        null,
                                        "You can’t create a portal session in test mode until you save your customer portal settings"
                                                + " or create a configuration by the API."));
    }
}
