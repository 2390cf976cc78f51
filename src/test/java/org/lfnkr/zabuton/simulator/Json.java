package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** JSON trees: Stripe's objects are kept as what they look like on the wire. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Map<String, ObjectNode> TEMPLATES = new ConcurrentHashMap<>();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A new object of the given Stripe type with every property that Stripe always sends. */
    static ObjectNode template(String type) {
        return TEMPLATES.computeIfAbsent(type, Json::load).deepCopy();
    }

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** The text at this key, or the empty string where there is none. */
    static String text(JsonNode node, String key) {
        return node.path(key).isString() ? node.path(key).stringValue() : "";
    }

    static long number(JsonNode node, String key) {
        return node.path(key).asLong(0);
    }

    private static ObjectNode load(String type) {
        try (InputStream in =
                Json.class.getResourceAsStream(
                        "/simulator/objects/" + type.replace('.', '_') + ".json")) {
            return (ObjectNode) MAPPER.readTree(Objects.requireNonNull(in, type));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
