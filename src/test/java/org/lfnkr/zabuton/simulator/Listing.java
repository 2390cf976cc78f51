package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Stripe's pages of a list: newest first, a cursor on either side. */
final class Listing {

    /** The shape of a filter on the time of creation. */
    static final String CREATED = "created created.{gt,gte,lt,lte}";

    private Listing() {}

    static ObjectNode page(Call call, List<ObjectNode> newestFirst) {
        Params params = call.params();
        int limit = limit(params);
        int after =
                params.text("starting_after")
                        .map(id -> index(newestFirst, id, "starting_after") + 1)
                        .orElse(0);
        int before =
                params.text("ending_before")
                        .map(id -> index(newestFirst, id, "ending_before"))
                        .orElse(newestFirst.size());
        boolean backwards = params.has("ending_before");
        int from = backwards ? Math.max(after, before - limit) : after;
        int to = Math.max(from, backwards ? before : Math.min(before, after + limit));
        return list(
                call.path(),
                newestFirst.subList(from, to),
                backwards ? from > 0 : to < newestFirst.size());
    }

    static ObjectNode list(String url, List<ObjectNode> items, boolean hasMore) {
        ObjectNode list = Json.object();
        list.put("object", "list");
        ArrayNode data = list.putArray("data");
        items.forEach(data::add);
        return list.put("has_more", hasMore).put("url", url);
    }

    static Predicate<ObjectNode> createdAsIn(Params params) {
        JsonNode created = params.tree().path("created");
        if (created.isString()) {
            long exactly = params.requiredNumber("created");
            return object -> Json.number(object, "created") == exactly;
        }
        Params range = params.child("created");
        return object -> within(range, Json.number(object, "created"));
    }

    /** Passes where the parameter is absent or names what stands at the same key of the object. */
    static Predicate<ObjectNode> same(Params params, String key) {
        return params.text(key)
                .<Predicate<ObjectNode>>map(value -> object -> Json.text(object, key).equals(value))
                .orElse(o -> true);
    }

    private static boolean within(Params range, long created) {
        return created > range.number("gt").orElse(Long.MIN_VALUE)
                && created >= range.number("gte").orElse(Long.MIN_VALUE)
                && created < range.number("lt").orElse(Long.MAX_VALUE)
                && created <= range.number("lte").orElse(Long.MAX_VALUE);
    }

    private static int limit(Params params) {
        long limit = params.number("limit").orElse(10);
        if (limit < 1 || limit > 100) {
            throw StripeError.invalid("limit", "This value must be between 1 and 100 (inclusive).");
        }
        return (int) limit;
    }

    private static int index(List<ObjectNode> items, String id, String param) {
        return IntStream.range(0, items.size())
                .filter(i -> Json.text(items.get(i), "id").equals(id))
                .findFirst()
                .orElseThrow(() -> StripeError.noSuch("object", id, param));
    }
}
