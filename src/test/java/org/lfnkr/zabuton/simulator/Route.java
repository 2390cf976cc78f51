package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint: {@code "POST /v1/checkout/sessions/{id}/expire"}, what it may be given, and what it
 * answers.
 */
record Route(String endpoint, Pattern pattern, Shape shape, Function<Call, ObjectNode> action) {

    static Route of(String endpoint, Shape shape, Function<Call, ObjectNode> action) {
        return new Route(
                endpoint,
                Pattern.compile(endpoint.replace("{id}", "([^/]+)")),
                shape.and("expand[]"),
                action);
    }

    Optional<Call> match(String methodAndPath, Params params) {
        Matcher matcher = pattern.matcher(methodAndPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String path = methodAndPath.substring(methodAndPath.indexOf(' ') + 1);
        return Optional.of(
                new Call(endpoint, path, matcher.groupCount() > 0 ? matcher.group(1) : "", params));
    }
}
