package org.lfnkr.zabuton.simulator;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells whether a request, an answer or an event is what Stripe publishes for the API version that
 * the shop speaks. The schemas are made by {@code src/test/contract} from the types of Stripe's own
 * npm package: unknown properties are wrong at every depth, required ones must be there, and only
 * what is nullable may be null.
 */
public final class ContractOracle {

    private static final int MOST = 8;

    private static final String HOME = "https://contract.example/all";

    /**
     * Under which name in one document each schema stands, so that what they share is read once.
     */
    private final Map<String, String> places = new HashMap<>();

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ContractOracle(ObjectNode contract) {
        ObjectNode all = contract.path("$defs").deepCopy().asObject();
        for (String section : List.of("requests", "answers", "events")) {
            contract.path(section)
                    .properties()
                    .forEach(it -> all.set(place(section + "/" + it.getKey()), it.getValue()));
        }
        String document = contract.objectNode().set("$defs", all).toString();
        registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(HOME, document)));
    }

    private String place(String key) {
        return places.computeIfAbsent(key, it -> "contract-" + places.size());
    }

    /** The one oracle of this JVM: its schemas are large. */
    public static ContractOracle shared() {
        return Holder.ORACLE;
    }

    /**
     * What is wrong with these parameters, as decoded from the form; {@code endpoint} as in {@code
     * "POST /v1/refunds"}.
     */
    public List<String> checkRequest(String endpoint, JsonNode params) {
        return check("requests", endpoint, params);
    }

    /** What is wrong with this answer to a successful call. */
    public List<String> checkAnswer(String endpoint, JsonNode answer) {
        Stream<JsonNode> events =
                answer.path("object").asString("").equals("list")
                        ? answer.path("data").valueStream()
                        : Stream.of(answer);
        Stream<String> inside =
                events.filter(ContractOracle::isEvent).flatMap(event -> checkEvent(event).stream());
        return Stream.concat(check("answers", endpoint, answer).stream(), inside).toList();
    }

    /** What is wrong with this event. */
    public List<String> checkEvent(JsonNode event) {
        return check("events", event.path("type").asString(""), event);
    }

    private List<String> check(String section, String name, JsonNode instance) {
        if (!places.containsKey(section + "/" + name)) {
            return List.of(
                    name + " is not in contract.ts, so nothing vouches for it (" + section + ")");
        }
        List<Error> errors = schema(section, name).validate(instance);
        Stream<Error> telling =
                errors.stream().filter(error -> errors.size() == 1 || !isOnlyNotNull(error));
        return telling.map(error -> describe(name, error)).distinct().limit(MOST).toList();
    }

    /**
     * Where an object or null may stand and the object is wrong, that it is not null either says
     * nothing.
     */
    private static boolean isOnlyNotNull(Error error) {
        return error.getMessage().endsWith("null expected");
    }

    private static String describe(String name, Error error) {
        return name + ": " + error.getInstanceLocation() + " " + error.getMessage();
    }

    private Schema schema(String section, String name) {
        return schemas.computeIfAbsent(
                section + "/" + name,
                key ->
                        registry.getSchema(
                                "{\"$ref\": \"" + HOME + "#/$defs/" + places.get(key) + "\"}"));
    }

    private static boolean isEvent(JsonNode node) {
        return node.path("object").asString("").equals("event");
    }

    private static final class Holder {

        private static final ContractOracle ORACLE = new ContractOracle(load());

        private static ObjectNode load() {
            try (InputStream in =
                    ContractOracle.class.getResourceAsStream("/stripe-contract.json")) {
                return (ObjectNode)
                        Json.parse(
                                new String(
                                        Objects.requireNonNull(in, "stripe-contract.json")
                                                .readAllBytes(),
                                        java.nio.charset.StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
