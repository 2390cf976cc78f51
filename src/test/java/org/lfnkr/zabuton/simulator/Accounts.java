package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * {@code /v1/account} and {@code /v1/payment_method_configurations}: what an operator sets in the
 * dashboard and an API key can read. A Japanese account with cards and convenience stores.
 */
record Accounts(World world) implements Resource {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET /v1/account", Shape.of(), call -> account()),
                Route.of(
                        "GET /v1/payment_method_configurations",
                        Shape.list(),
                        call -> Listing.page(call, List.of(methods()))));
    }

    private static ObjectNode account() {
        return Json.object()
                .put("id", "acct_simulator")
                .put("object", "account")
                .put("charges_enabled", true)
                .put("country", "JP")
                .put("default_currency", "jpy")
                .put("details_submitted", true)
                .putNull("email")
                .put("payouts_enabled", true)
                .put("type", "standard");
    }

    private static ObjectNode methods() {
        ObjectNode methods =
                Json.object()
                        .put("id", "pmc_simulator")
                        .put("object", "payment_method_configuration")
                        .put("active", true)
                        .putNull("application")
                        .put("is_default", true)
                        .put("livemode", false)
                        .put("name", "Default")
                        .putNull("parent");
        offer(methods, "card", "on");
        offer(methods, "customer_balance", "off");
        offer(methods, "konbini", "on");
        return methods;
    }

    private static void offer(ObjectNode methods, String type, String value) {
        methods.putObject(type)
                .put("available", value.equals("on"))
                .putObject("display_preference")
                .putNull("overridable")
                .put("preference", value)
                .put("value", value);
    }
}
