package org.lfnkr.zabuton.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as it came over the wire; {@code encoded} is its form, from the body or the query. */
record Request(String method, String path, String encoded, Map<String, String> headers) {

    static Request read(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Request(
                method,
                exchange.getRequestURI().getPath(),
                method.equals("POST") ? body : query,
                headers);
    }

    String methodAndPath() {
        return method + " " + path;
    }

    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }
}
