package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters that an endpoint understands, at every depth, written as {@code
 * line_items[].price_data.{currency,unit_amount} metadata.*}. What is not listed is refused, as
 * Stripe does: a parameter that the simulator ignored would be a promise that no test has looked
 * at.
 */
record Shape(Set<String> known) {

    static Shape of(String... lines) {
        return new Shape(
                Arrays.stream(lines)
                        .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
                        .flatMap(Shape::alternatives)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** What each endpoint takes that answers a list. */
    static Shape list(String... lines) {
        return of(lines).and("limit starting_after ending_before expand[]");
    }

    Shape and(String more) {
        return new Shape(
                Stream.concat(known.stream(), of(more).known.stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    void check(ObjectNode params) {
        List<String> unknown = new ArrayList<>();
        params.properties().forEach(e -> visit(e.getValue(), e.getKey(), e.getKey(), unknown));
        if (!unknown.isEmpty()) {
            throw StripeError.unknownParameters(unknown);
        }
    }

    private void visit(JsonNode node, String shape, String name, List<String> unknown) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(
                            e ->
                                    visit(
                                            e.getValue(),
                                            shape + "." + e.getKey(),
                                            name + "[" + e.getKey() + "]",
                                            unknown));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(node.get(i), shape + "[]", name + "[" + i + "]", unknown);
            }
        } else if (!isKnown(shape, node)) {
            unknown.add(name);
        }
    }

    /** An empty text takes a whole map or list away, so it may stand where its entries would. */
    private boolean isKnown(String shape, JsonNode leaf) {
        boolean entry = known.contains(shape.replaceAll("\\.[^.]*$", ".*"));
        boolean emptied =
                leaf.asString("").isEmpty()
                        && (known.contains(shape + ".*") || known.contains(shape + "[]"));
        return known.contains(shape) || entry || emptied;
    }

    private static Stream<String> alternatives(String token) {
        int open = token.indexOf('{');
        if (open < 0) {
            return Stream.of(token);
        }
        String prefix = token.substring(0, open);
        String[] names = token.substring(open + 1, token.indexOf('}')).split(",");
        return Arrays.stream(names).map(name -> prefix + name);
    }
}
