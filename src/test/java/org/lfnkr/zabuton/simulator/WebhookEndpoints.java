package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code /v1/webhook_endpoints}: where events go. The secret is shown once, in the answer that
 * creates the endpoint.
 */
record WebhookEndpoints(World world) implements Resource {

    static final String TYPE = "webhook_endpoint";
    private static final int MOST = 16;

    @Override
    public List<Route> routes() {
        Shape create = Shape.of("url enabled_events[] api_version description metadata.*");
        Shape update = Shape.of("url enabled_events[] description disabled metadata.*");
        return List.of(
                Route.of("POST /v1/webhook_endpoints", create, this::create),
                Route.of(
                        "GET /v1/webhook_endpoints",
                        Shape.list(),
                        call -> Listing.page(call, world.objects.newestFirst(TYPE, e -> true))),
                Route.of("GET /v1/webhook_endpoints/{id}", Shape.of(), call -> require(call.id())),
                Route.of("POST /v1/webhook_endpoints/{id}", update, this::update),
                Route.of("DELETE /v1/webhook_endpoints/{id}", Shape.of(), this::delete));
    }

    /** The endpoint of the shop under test; telling the same address twice makes one endpoint. */
    ObjectNode register(URI url, List<String> types, String secret) {
        Predicate<ObjectNode> same = endpoint -> Json.text(endpoint, "url").equals(url.toString());
        Optional<ObjectNode> known = world.objects.oldestFirst(TYPE, same).stream().findFirst();
        return known.orElseGet(() -> add(url.toString(), types, secret)).put("_secret", secret);
    }

    static boolean wants(ObjectNode endpoint, String type) {
        boolean enabled = Json.text(endpoint, "status").equals("enabled");
        return enabled
                && endpoint.path("enabled_events")
                        .valueStream()
                        .anyMatch(name -> List.of("*", type).contains(name.asString("")));
    }

    private ObjectNode require(String id) {
        return world.objects.require(TYPE, id, "webhook_endpoint");
    }

    private ObjectNode create(Call call) {
        Params params = call.params();
        params.required("url");
        if (params.texts("enabled_events").isEmpty()) {
            throw StripeError.missing("enabled_events");
        }
        if (!params.text("api_version").orElse(World.API_VERSION).equals(World.API_VERSION)) {
            throw StripeError.invalid(
                    "api_version",
                    "Invalid API version: the simulator renders " + World.API_VERSION);
        }
        if (world.objects.oldestFirst(TYPE, e -> true).size() >= MOST) {
            throw StripeError.refused(
                    null, null, "You have reached the maximum of 16 test webhook endpoints.");
        }
        String secret = "whsec_" + Ids.random(32);
        ObjectNode endpoint =
                add(params.url("url").orElseThrow(), params.texts("enabled_events"), secret);
        describe(endpoint, params);
        return endpoint.deepCopy().put("secret", secret);
    }

    private ObjectNode add(String url, List<String> types, String secret) {
        ObjectNode endpoint = Json.template(TYPE);
        endpoint.put("id", Ids.next("we"))
                .put("created", world.now())
                .put("api_version", World.API_VERSION)
                .put("url", url);
        types.forEach(endpoint.withArray("enabled_events")::add);
        return world.objects.add(endpoint.put("_secret", secret));
    }

    private ObjectNode update(Call call) {
        Params params = call.params();
        ObjectNode endpoint = require(call.id());
        params.url("url").ifPresent(url -> endpoint.put("url", url));
        if (params.has("enabled_events")) {
            endpoint.putArray("enabled_events");
            params.texts("enabled_events").forEach(endpoint.withArray("enabled_events")::add);
        }
        if (params.has("disabled")) {
            endpoint.put("status", params.flag("disabled") ? "disabled" : "enabled");
        }
        describe(endpoint, params);
        return endpoint;
    }

    private static void describe(ObjectNode endpoint, Params params) {
        params.text("description").ifPresent(text -> endpoint.put("description", text));
        if (params.has("metadata")) {
            endpoint.set("metadata", params.metadata());
        }
    }

    private ObjectNode delete(Call call) {
        String id = Json.text(require(call.id()), "id");
        world.objects.remove(id);
        return Json.object().put("id", id).put("object", TYPE).put("deleted", true);
    }
}
