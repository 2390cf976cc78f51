package org.lfnkr.zabuton.simulator;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * An error in Stripe's form. {@code stored} says whether Stripe would keep it under the idempotency
 * key: it does so once execution began.
 */
final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final boolean stored;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;

    private StripeError(
            int status,
            boolean stored,
            String type,
            @Nullable String code,
            @Nullable String param,
            String message) {
        super(message);
        this.status = status;
        this.stored = stored;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    static StripeError invalid(@Nullable String param, String message) {
        return invalid(null, param, message);
    }

    static StripeError invalid(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, false, "invalid_request_error", code, param, message);
    }

    static StripeError declined(String message) {
        return new StripeError(402, true, "card_error", "card_declined", null, message);
    }

    /** A request that was well formed and is refused because of the state that its object is in. */
    static StripeError refused(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, true, "invalid_request_error", code, param, message);
    }

    static StripeError missing(String param) {
        return invalid("parameter_missing", param, "Missing required param: " + param + ".");
    }

    static StripeError unknownParameters(List<String> names) {
        String message =
                "Received unknown parameter"
                        + (names.size() > 1 ? "s" : "")
                        + ": "
                        + String.join(", ", names);
        return invalid("parameter_unknown", names.getFirst(), message);
    }

    static StripeError noSuch(String type, String id, String param) {
        return new StripeError(
                404,
                true,
                "invalid_request_error",
                "resource_missing",
                param,
                "No such " + type + ": '" + id + "'");
    }

    static StripeError unauthorized(String message) {
        return new StripeError(401, false, "invalid_request_error", null, null, message);
    }

    static StripeError noSuchUrl(String method, String path) {
        String message =
                "Unrecognized request URL ("
                        + method
                        + ": "
                        + path
                        + "). Please see https://stripe.com/docs.";
        return new StripeError(404, false, "invalid_request_error", null, null, message);
    }

    static StripeError idempotency(int status, @Nullable String code, String message) {
        return new StripeError(status, false, "idempotency_error", code, null, message);
    }

    static StripeError rateLimited() {
        return new StripeError(
                429,
                false,
                "invalid_request_error",
                "rate_limit",
                null,
                "Too many requests hit the API too quickly.");
    }

    static StripeError serverError() {
        return new StripeError(500, true, "api_error", null, null, "An unknown error occurred.");
    }

    ObjectNode body() {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error");
        if (code != null) {
            error.put("code", code)
                    .put(
                            "doc_url",
                            "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.put("message", getMessage());
        if (param != null) {
            error.put("param", param);
        }
        error.put("type", type);
        return body;
    }
}
