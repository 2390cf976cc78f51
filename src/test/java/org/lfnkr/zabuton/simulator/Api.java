package org.lfnkr.zabuton.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The door of the API: who asks, what goes wrong on the way, what was asked, and whether it was
 * asked before.
 */
final class Api {

    private final World world;
    private final String apiKey;
    private final List<Route> routes;
    private final Idempotency idempotency;
    private final Expansion expansion;
    private final RequestLog log;
    private final Violations violations;

    Api(World world, String apiKey, List<Route> routes, RequestLog log, Violations violations) {
        this.world = world;
        this.apiKey = apiKey;
        this.routes = routes;
        this.idempotency = new Idempotency(world.clock);
        this.expansion = new Expansion(world.objects);
        this.log = log;
        this.violations = violations;
    }

    Reply answer(Request request) {
        Optional<Faults.Kind> fault = world.faults.take(request.methodAndPath());
        String requestId = Ids.next("req");
        Reply reply =
                fault.flatMap(Api::instead).orElseGet(() -> attempt(request, requestId, fault));
        log.add(request, reply);
        return decorate(reply, request, requestId);
    }

    /** Faults that keep the call from having any effect. */
    private static Optional<Reply> instead(Faults.Kind fault) {
        return switch (fault) {
            case RATE_LIMIT -> Optional.of(Reply.of(StripeError.rateLimited()));
            case BAD_GATEWAY ->
                    Optional.of(
                            Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"));
            case RESET_CONNECTION ->
                    Optional.of(Reply.json(500, Json.object()).in(Reply.Manner.CUT_BEFORE));
            default -> Optional.empty();
        };
    }

    private Reply attempt(Request request, String requestId, Optional<Faults.Kind> fault) {
        try {
            Reply reply = admit(request, requestId, fault);
            return fault.map(kind -> spoil(reply, kind)).orElse(reply);
        } catch (StripeError error) {
            return Reply.of(error);
        } catch (RuntimeException bug) {
            violations.add("bug in the simulator at " + request.methodAndPath() + ": " + bug);
            return Reply.of(StripeError.serverError());
        }
    }

    private static Reply spoil(Reply reply, Faults.Kind fault) {
        return switch (fault) {
            case TIME_OUT_AFTER_EFFECT -> reply.in(Reply.Manner.NEVER);
            case TRUNCATE -> reply.in(Reply.Manner.CUT_IN_HALF);
            case SERVER_ERROR_EMPTY_BODY ->
                    new Reply(500, java.util.Map.of(), "", Reply.Manner.WHOLE);
            default -> reply;
        };
    }

    private Reply admit(Request request, String requestId, Optional<Faults.Kind> fault) {
        authenticate(request);
        checkVersion(request);
        Params params = new Params(decode(request));
        Route route = find(request, params);
        violations.request(route.endpoint(), params.tree());
        route.shape().check(params.tree());
        Call call = route.match(request.methodAndPath(), params).orElseThrow();
        Supplier<Reply> work = () -> execute(route, call, cause(request, requestId), fault);
        String key = request.header("idempotency-key");
        if (key.length() > 255) {
            throw StripeError.idempotency(
                    400, null, "Idempotency keys can be at most 255 characters long.");
        }
        boolean once = request.method().equals("POST") && !key.isBlank();
        return once ? idempotency.once(key, request.path(), params.tree(), work) : work.get();
    }

    private Reply execute(Route route, Call call, ObjectNode cause, Optional<Faults.Kind> fault) {
        if (fault.filter(Faults.Kind.SERVER_ERROR::equals).isPresent()) {
            throw StripeError.serverError();
        }
        Supplier<ObjectNode> work =
                () -> expansion.render(route.action().apply(call), call.expand());
        ObjectNode answer = world.change(cause, work);
        violations.answer(route.endpoint(), answer);
        if (fault.filter(Faults.Kind.SERVER_ERROR_AFTER_EFFECT::equals).isPresent()) {
            throw StripeError.serverError();
        }
        return Reply.json(200, answer);
    }

    private Route find(Request request, Params params) {
        return routes.stream()
                .filter(route -> route.match(request.methodAndPath(), params).isPresent())
                .findFirst()
                .orElseThrow(() -> StripeError.noSuchUrl(request.method(), request.path()));
    }

    private void authenticate(Request request) {
        String given = request.header("authorization");
        if (given.isEmpty()) {
            throw StripeError.unauthorized(
                    "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.");
        }
        if (!given.equals("Bearer " + apiKey) && !given.equals(basic())) {
            throw StripeError.unauthorized("Invalid API Key provided");
        }
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((apiKey + ":").getBytes(UTF_8));
    }

    private static void checkVersion(Request request) {
        String version = request.header("stripe-version");
        if (!version.isEmpty() && !version.equals(World.API_VERSION)) {
            throw StripeError.invalid(
                    null,
                    "Invalid Stripe API version: "
                            + version
                            + ". The simulator speaks "
                            + World.API_VERSION);
        }
    }

    private static ObjectNode decode(Request request) {
        boolean form =
                request.header("content-type").startsWith("application/x-www-form-urlencoded");
        if (request.method().equals("POST") && !request.encoded().isEmpty() && !form) {
            throw StripeError.invalid(
                    null, "Invalid request: the API takes application/x-www-form-urlencoded");
        }
        return Form.decode(request.encoded());
    }

    private static ObjectNode cause(Request request, String requestId) {
        String key = request.header("idempotency-key");
        return Json.object()
                .put("id", requestId)
                .put("idempotency_key", key.isEmpty() ? null : key);
    }

    private static Reply decorate(Reply reply, Request request, String requestId) {
        Reply named = reply.with("Request-Id", requestId).with("Stripe-Version", World.API_VERSION);
        String key = request.header("idempotency-key");
        Reply keyed =
                key.isEmpty()
                        ? named
                        : named.with("Idempotency-Key", key).with("Original-Request", requestId);
        return switch (reply.status()) {
            case 409, 429 ->
                    keyed.with("Stripe-Should-Retry", reply.status() == 409 ? "true" : "false");
            case 500 -> keyed.with("Stripe-Should-Retry", "false");
            default -> keyed;
        };
    }
}
