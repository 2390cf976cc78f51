package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Decoded parameters of a request, read with the refusals that Stripe gives. {@code name} is where
 * this tree stands, in bracket form.
 */
record Params(ObjectNode tree, String name) {

    Params(ObjectNode tree) {
        this(tree, "");
    }

    boolean has(String key) {
        return tree.has(key);
    }

    String required(String key) {
        return text(key).orElseThrow(() -> StripeError.missing(nameOf(key)));
    }

    Optional<String> text(String key) {
        JsonNode value = tree.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw StripeError.invalid(nameOf(key), "Invalid string: " + Json.text(value));
        }
        return Optional.of(nonEmpty(key, value.stringValue()));
    }

    OptionalLong number(String key) {
        return text(key)
                .map(value -> OptionalLong.of(integer(key, value)))
                .orElse(OptionalLong.empty());
    }

    long requiredNumber(String key) {
        return integer(key, required(key));
    }

    boolean flag(String key) {
        return text(key).map(value -> bool(key, value)).orElse(false);
    }

    /** One of the listed values; the first is the default. */
    String choice(String key, String... values) {
        return text(key).map(value -> oneOf(key, value, List.of(values))).orElse(values[0]);
    }

    Optional<String> url(String key) {
        Optional<String> url = text(key);
        url.filter(value -> !isWebAddress(value))
                .ifPresent(
                        bad -> {
                            throw StripeError.invalid(
                                    "url_invalid", nameOf(key), "Not a valid URL");
                        });
        return url;
    }

    Params child(String key) {
        JsonNode value = tree.path(key);
        if (!value.isMissingNode() && !value.isObject()) {
            throw StripeError.invalid(nameOf(key), "Invalid object");
        }
        return new Params(value.isObject() ? (ObjectNode) value : Json.object(), nameOf(key));
    }

    List<Params> children(String key) {
        JsonNode value = tree.path(key);
        if (!value.isMissingNode() && !value.isArray()) {
            throw StripeError.invalid(nameOf(key), "Invalid array");
        }
        return IntStream.range(0, value.size())
                .mapToObj(
                        i ->
                                new Params(
                                        (ObjectNode) objectAt(value, i, key),
                                        nameOf(key) + "[" + i + "]"))
                .toList();
    }

    List<String> texts(String key) {
        JsonNode value = tree.path(key);
        if (!value.isMissingNode() && !value.isArray()) {
            throw StripeError.invalid(nameOf(key), "Invalid array");
        }
        return value.valueStream().map(item -> item.asString("")).toList();
    }

    /** At most 50 entries, keys of 40 and values of 500 characters. */
    ObjectNode metadata() {
        ObjectNode metadata = child("metadata").tree().deepCopy();
        if (metadata.size() > 50) {
            throw StripeError.invalid(nameOf("metadata"), "Metadata can have at most 50 keys");
        }
        metadata.properties()
                .forEach(entry -> checkMetadata(entry.getKey(), entry.getValue().asString("")));
        return metadata;
    }

    String nameOf(String key) {
        return name.isEmpty() ? key : name + "[" + key + "]";
    }

    private void checkMetadata(String key, String value) {
        if (key.length() > 40 || value.length() > 500) {
            throw StripeError.invalid(
                    nameOf("metadata"),
                    "Metadata keys can be up to 40 characters and values up to 500 characters: "
                            + key);
        }
    }

    private JsonNode objectAt(JsonNode array, int index, String key) {
        if (!array.get(index).isObject()) {
            throw StripeError.invalid(nameOf(key) + "[" + index + "]", "Invalid object");
        }
        return array.get(index);
    }

    private String nonEmpty(String key, String value) {
        if (value.isEmpty()) {
            throw StripeError.invalid(
                    "parameter_invalid_empty",
                    nameOf(key),
                    "You passed an empty string for '" + nameOf(key) + "'.");
        }
        return value;
    }

    private long integer(String key, String value) {
        if (!value.matches("-?[0-9]{1,15}")) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", nameOf(key), "Invalid integer: " + value);
        }
        return Long.parseLong(value);
    }

    private boolean bool(String key, String value) {
        return oneOf(key, value, List.of("true", "false")).equals("true");
    }

    private String oneOf(String key, String value, List<String> values) {
        if (!values.contains(value)) {
            throw StripeError.invalid(
                    nameOf(key),
                    "Invalid " + nameOf(key) + ": must be one of " + String.join(", ", values));
        }
        return value;
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = URI.create(value.replace("{CHECKOUT_SESSION_ID}", "cs"));
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
