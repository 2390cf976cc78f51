package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The page at {@code /}: what exists, what was said, and everything that a bank, a buyer or bad
 * luck can do.
 */
record DashboardPage(
        World world,
        RequestLog log,
        PaymentRows payments,
        BalanceActions balance,
        FaultsForm faults) {

    private static final int MOST = 25;

    List<PageRoute> routes() {
        return List.of(
                PageRoute.of("GET /", visit -> world.look(this::show)),
                PageRoute.of("GET /simulator.css", visit -> Site.stylesheet()),
                PageRoute.of("GET /objects/{id}", visit -> world.look(() -> object(visit.id()))),
                PageRoute.of(
                        "GET /requests/{id}",
                        visit ->
                                request(
                                        (int)
                                                new Params(Json.object().put("n", visit.id()))
                                                        .requiredNumber("n"))));
    }

    private Reply show() {
        String body =
                """
                <h1>Stripe simulator</h1>
                <p>It is <strong class="amount">%s</strong> in Japan%s.</p>
                <nav aria-label="On this page"><a href="#payments">Payments</a> · <a href="#balance">Balance</a> · <a href="#time">Time</a> · <a href="#webhooks">Webhooks</a> ·
                <a href="#faults">Faults</a> · <a href="#events">Events</a> · <a href="#requests">Requests</a> · <a href="#objects">Objects</a></nav>
                <h2 id="payments">Payments</h2>%s
                <h2 id="balance">Balance</h2>%s
                <h2 id="time">Time</h2>%s
                <h2 id="webhooks">Webhooks</h2>%s
                <h2 id="faults">Faults</h2>%s
                <h2 id="events">Events, newest first</h2>%s
                <h2 id="requests">Requests, newest first</h2>%s
                <h2 id="objects">Other objects, newest first</h2>%s
                """
                        .formatted(
                                Html.time(world.now()),
                                ahead(),
                                payments.html(),
                                balance.html(),
                                clock(),
                                endpoints(),
                                faults.html(),
                                events(),
                                requests(),
                                objects());
        return Reply.html(
                200,
                Html.page(
                        "en",
                        "wide",
                        "Stripe simulator",
                        "Nothing here is real: no money, no cards, no people.",
                        body));
    }

    private String ahead() {
        long hours = world.clock.ahead().toHours();
        return hours == 0 ? "" : ", " + hours + " hours ahead of this machine's clock";
    }

    private static String clock() {
        return """
                <form class="line" method="post" action="/clock">
                <label>Move ahead by <select name="hours"><option value="1">an hour</option><option value="24">a day</option>
                <option value="96">four days (a konbini code lapses)</option><option value="744">31 days</option></select></label>
                <button>Move the clock</button></form>
                """;
    }

    private String endpoints() {
        String none =
                "<p class=\"quiet\">Nobody listens yet. The shop registers itself when it starts.</p>";
        return rows(
                world.objects.newestFirst(WebhookEndpoints.TYPE, e -> true),
                DashboardPage::endpoint,
                none);
    }

    private static String endpoint(ObjectNode endpoint) {
        String id = Json.text(endpoint, "id");
        boolean enabled = Json.text(endpoint, "status").equals("enabled");
        String action = enabled ? "Disconnect" : "Connect again";
        return "<div class=\"line\"><span class=\"grow\">"
                + Html.text(Json.text(endpoint, "url"))
                + " ("
                + (enabled ? "connected" : "disconnected")
                + ")</span>"
                + Html.button("/endpoints/" + id + "/toggle", action)
                + "</div>";
    }

    private String events() {
        List<ObjectNode> all = world.objects.newestFirst(Events.TYPE, e -> true);
        String batch =
                """
                <div class="line">%s %s</div>
                """
                        .formatted(
                                Html.button(
                                        "/events/resend-oldest-first", "Send the last ten again"),
                                Html.button(
                                        "/events/resend-newest-first",
                                        "Send the last ten again, last one first"));
        String none = "<p class=\"quiet\">Nothing has happened yet.</p>";
        return (all.isEmpty() ? "" : batch) + rows(all, DashboardPage::event, none);
    }

    private static String event(ObjectNode event) {
        String id = Json.text(event, "id");
        return "<div class=\"line\"><span class=\"amount\">"
                + Html.time(Json.number(event, "created"))
                + "</span><span class=\"grow\">"
                + Html.link("/objects/" + id, Json.text(event, "type"))
                + "</span><span class=\"quiet\">"
                + Html.text(Json.text(event, "_delivery"))
                + "</span>"
                + Html.button("/events/" + id + "/resend", "Resend")
                + "</div>";
    }

    private String requests() {
        List<RecordedRequest> all = log.all();
        String rows =
                IntStream.range(0, Math.min(MOST, all.size()))
                        .map(i -> all.size() - 1 - i)
                        .mapToObj(i -> "<li>" + request(i, all.get(i)) + "</li>")
                        .collect(Collectors.joining());
        return rows.isEmpty()
                ? "<p class=\"quiet\">The shop has not asked anything yet.</p>"
                : "<ul class=\"rows\">" + rows + "</ul>";
    }

    private static String request(int index, RecordedRequest request) {
        String key = request.idempotencyKey();
        return "<div class=\"line\"><span>"
                + request.status()
                + "</span><span class=\"grow\">"
                + Html.link("/requests/" + index, request.method() + " " + request.path())
                + "</span><span class=\"quiet\">"
                + Html.text(key.isEmpty() ? "" : "key " + key)
                + "</span></div>";
    }

    private String objects() {
        List<ObjectNode> others =
                world.objects.all().stream()
                        .filter(o -> !Json.text(o, "object").equals(Events.TYPE))
                        .toList();
        return rows(others.reversed(), DashboardPage::object, "<p class=\"quiet\">None.</p>");
    }

    private static String object(ObjectNode object) {
        String id = Json.text(object, "id");
        return "<div class=\"line\"><span class=\"grow\">"
                + Html.link("/objects/" + id, id)
                + "</span><span class=\"quiet\">"
                + Html.text(Json.text(object, "object"))
                + " "
                + Html.text(Json.text(object, "status"))
                + "</span></div>";
    }

    private Reply object(String id) {
        ObjectNode object =
                world.objects.find(id).orElseThrow(() -> StripeError.noSuch("object", id, "id"));
        return json(id, Json.pretty(ObjectStore.published(object)));
    }

    private Reply request(int index) {
        List<RecordedRequest> all = log.all();
        if (index < 0 || index >= all.size()) {
            throw StripeError.noSuch("request", String.valueOf(index), "n");
        }
        RecordedRequest request = all.get(index);
        return json(request.method() + " " + request.path(), Json.pretty(request.params()));
    }

    private static Reply json(String title, String json) {
        String body =
                "<p>"
                        + Html.link("/", "← Dashboard")
                        + "</p><h1>"
                        + Html.text(title)
                        + "</h1><pre>"
                        + Html.text(json)
                        + "</pre>";
        return Reply.html(200, Html.page("en", "wide", Html.text(title), "Stripe simulator", body));
    }

    private static String rows(
            List<ObjectNode> objects, Function<ObjectNode, String> row, String none) {
        String rows =
                objects.stream()
                        .limit(MOST)
                        .map(row)
                        .map(html -> "<li>" + html + "</li>")
                        .collect(Collectors.joining());
        return rows.isEmpty() ? none : "<ul class=\"rows\">" + rows + "</ul>";
    }
}
