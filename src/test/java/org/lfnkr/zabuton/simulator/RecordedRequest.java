package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/**
 * An API call as it arrived.
 *
 * @param params decoded parameters: a tree whose leaves are text
 * @param headers with lower-case names
 * @param status the answer's status
 */
public record RecordedRequest(
        String method, String path, ObjectNode params, Map<String, String> headers, int status) {

    /** The idempotency key, empty where none was sent. */
    public String idempotencyKey() {
        return headers.getOrDefault("idempotency-key", "");
    }

    /** The API version that was asked for. */
    public String stripeVersion() {
        return headers.getOrDefault("stripe-version", "");
    }

    RecordedRequest answered(int answer) {
        return new RecordedRequest(method, path, params, headers, answer);
    }
}
