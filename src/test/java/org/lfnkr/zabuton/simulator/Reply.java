package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the simulator answers, and how it goes over the wire. */
record Reply(int status, Map<String, String> headers, String body, Manner manner) {

    private static final String OF_BANKS = "Shift_JIS";

    enum Manner {
        WHOLE,
        CUT_IN_HALF,
        CUT_BEFORE,
        NEVER
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/json"),
                Json.pretty(body),
                Manner.WHOLE);
    }

    static Reply html(int status, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"),
                body,
                Manner.WHOLE);
    }

    /** A file of a bank. */
    static Reply file(String body) {
        return new Reply(
                200,
                Map.of(
                        "Content-Type",
                        "text/plain; charset=" + OF_BANKS,
                        "Content-Disposition",
                        "attachment; filename=\"statement.txt\""),
                body,
                Manner.WHOLE);
    }

    Charset charset() {
        boolean bank = headers.getOrDefault("Content-Type", "").endsWith(OF_BANKS);
        return bank ? Charset.forName(OF_BANKS) : StandardCharsets.UTF_8;
    }

    static Reply css(String body) {
        return new Reply(
                200, Map.of("Content-Type", "text/css; charset=utf-8"), body, Manner.WHOLE);
    }

    static Reply seeOther(URI location) {
        return new Reply(303, Map.of("Location", location.toString()), "", Manner.WHOLE);
    }

    static Reply of(StripeError error) {
        return json(error.status, error.body());
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, manner);
    }

    Reply in(Manner other) {
        return new Reply(status, headers, body, other);
    }
}
