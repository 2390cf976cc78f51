package org.lfnkr.zabuton.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Form encoding with Stripe's brackets: {@code line_items[0][quantity]=2} becomes a tree with text
 * leaves.
 */
final class Form {

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,3}");

    private Form() {}

    static ObjectNode decode(String encoded) {
        ObjectNode root = Json.object();
        Arrays.stream(encoded.split("&"))
                .filter(pair -> !pair.isBlank())
                .forEach(pair -> put(root, pair));
        root.propertyNames().stream()
                .toList()
                .forEach(name -> root.set(name, withArrays(root.get(name))));
        return root;
    }

    private static void put(ObjectNode root, String pair) {
        int equals = pair.indexOf('=');
        String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
        String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8);
        List<String> path = path(name);
        ObjectNode parent = root;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = child(parent, step, name);
        }
        String last = path.getLast().isEmpty() ? String.valueOf(parent.size()) : path.getLast();
        if (parent.has(last)) {
            throw StripeError.invalid(
                    name, "Invalid object: parameter " + name + " was given twice");
        }
        parent.set(last, StringNode.valueOf(value));
    }

    private static ObjectNode child(ObjectNode parent, String step, String name) {
        JsonNode found = parent.path(step);
        if (!found.isMissingNode() && !found.isObject()) {
            throw StripeError.invalid(name, "Invalid object");
        }
        return found.isObject() ? (ObjectNode) found : parent.putObject(step);
    }

    private static List<String> path(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw StripeError.invalid(name, "Invalid parameter name: " + name);
        }
        String rest = matcher.group(2);
        String joined = matcher.group(1) + rest.replace("]", "").replace("[", "\u0000");
        return List.of(joined.split("\u0000", -1));
    }

    private static JsonNode withArrays(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        object.propertyNames().stream()
                .toList()
                .forEach(name -> object.set(name, withArrays(object.get(name))));
        boolean indexed =
                !object.isEmpty()
                        && object.propertyNames().stream()
                                .allMatch(n -> INDEX.matcher(n).matches());
        return indexed ? arrayOf(object) : object;
    }

    private static ArrayNode arrayOf(ObjectNode indexed) {
        Map<Integer, JsonNode> sorted = new TreeMap<>();
        indexed.properties().forEach(e -> sorted.put(Integer.valueOf(e.getKey()), e.getValue()));
        ArrayNode array = Json.array();
        sorted.values().forEach(array::add);
        return array;
    }
}
