package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** {@code /v1/events}: what happened in the last thirty days, delivered or not. */
record Events(World world) implements Resource {

    static final String TYPE = "event";
    private static final Duration MEMORY = Duration.ofDays(30);

    @Override
    public List<Route> routes() {
        Shape list = Shape.list("type types[] delivery_success", Listing.CREATED);
        return List.of(
                Route.of("GET /v1/events", list, this::list),
                Route.of(
                        "GET /v1/events/{id}",
                        Shape.of(),
                        call -> world.objects.require(TYPE, call.id(), "id")));
    }

    private ObjectNode list(Call call) {
        Params params = call.params();
        List<String> types = params.texts("types");
        if (types.size() > 20 || (!types.isEmpty() && params.has("type"))) {
            throw StripeError.invalid("types", "Pass up to 20 types, or one type");
        }
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(params)
                        .and(
                                event ->
                                        Json.number(event, "created")
                                                >= world.now() - MEMORY.toSeconds())
                        .and(event -> types.isEmpty() || types.contains(Json.text(event, "type")))
                        .and(ofType(params))
                        .and(delivered(params));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }

    /** {@code charge.*} stands for all that begin so. */
    private static Predicate<ObjectNode> ofType(Params params) {
        String type = params.text("type").orElse("*");
        String prefix = type.endsWith("*") ? type.substring(0, type.length() - 1) : type;
        return event ->
                type.endsWith("*")
                        ? Json.text(event, "type").startsWith(prefix)
                        : Json.text(event, "type").equals(type);
    }

    private static Predicate<ObjectNode> delivered(Params params) {
        if (!params.has("delivery_success")) {
            return event -> true;
        }
        boolean wanted = params.flag("delivery_success");
        return event -> (Json.number(event, "pending_webhooks") == 0) == wanted;
    }
}
