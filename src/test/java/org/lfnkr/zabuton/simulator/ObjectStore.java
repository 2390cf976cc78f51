package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * Every object there is, oldest first. A property whose name begins with {@code _} is the
 * simulator's own note and never leaves it.
 */
final class ObjectStore {

    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, SequencedMap<String, ObjectNode>> byType = new HashMap<>();

    synchronized ObjectNode add(ObjectNode object) {
        String id = Json.text(object, "id");
        objects.put(id, object);
        ofType(type(object)).put(id, object);
        return object;
    }

    private SequencedMap<String, ObjectNode> ofType(String type) {
        return byType.computeIfAbsent(type, any -> new LinkedHashMap<>());
    }

    synchronized void remove(String id) {
        ObjectNode gone = objects.remove(id);
        if (gone != null) {
            ofType(type(gone)).remove(id);
        }
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** The object of this type, or Stripe's 404 that blames {@code param}. */
    ObjectNode require(String type, String id, String param) {
        return find(id).filter(found -> isA(found, type))
                .orElseThrow(() -> StripeError.noSuch(type, id, param));
    }

    synchronized List<ObjectNode> newestFirst(String type, Predicate<ObjectNode> filter) {
        return ofType(type).sequencedValues().reversed().stream().filter(filter).toList();
    }

    synchronized List<ObjectNode> oldestFirst(String type, Predicate<ObjectNode> filter) {
        return ofType(type).values().stream().filter(filter).toList();
    }

    synchronized Collection<ObjectNode> all() {
        return List.copyOf(objects.values());
    }

    /** A copy as the world may see it, at every depth. */
    static ObjectNode published(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        hideNotes(copy);
        return copy;
    }

    private static void hideNotes(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("object")) {
            List<String> names = object.propertyNames().stream().toList();
            names.stream().filter(name -> name.startsWith("_")).forEach(object::remove);
        }
        node.forEach(ObjectStore::hideNotes);
    }

    private static boolean isA(ObjectNode object, String type) {
        return type(object).equals(type);
    }

    private static String type(ObjectNode object) {
        return Json.text(object, "object");
    }
}
