package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the dashboard's buttons do. */
record DashboardActions(
        World world, Charges charges, Refunds refunds, Disputes disputes, Konbini konbini) {

    List<PageRoute> routes() {
        return List.of(
                PageRoute.of("POST /charges/{id}/refund", this::refund),
                PageRoute.of(
                        "POST /charges/{id}/dispute",
                        act("payments", v -> disputes.open(charges.require(v.id(), "charge")))),
                PageRoute.of(
                        "POST /disputes/{id}/won",
                        act("payments", v -> disputes.close(disputes.require(v.id()), true))),
                PageRoute.of(
                        "POST /disputes/{id}/lost",
                        act("payments", v -> disputes.close(disputes.require(v.id()), false))),
                PageRoute.of(
                        "POST /refunds/{id}/account",
                        act("payments", v -> refunds.nameAccount(refunds.require(v.id())))),
                PageRoute.of(
                        "POST /refunds/{id}/return",
                        act("payments", v -> refunds.sendBack(refunds.require(v.id())))),
                PageRoute.of(
                        "POST /refunds/{id}/complete",
                        act("payments", v -> refunds.complete(refunds.require(v.id())))),
                PageRoute.of(
                        "POST /refunds/{id}/fail",
                        act("payments", v -> refunds.fail(refunds.require(v.id())))),
                PageRoute.of(
                        "POST /konbini/{id}/pay",
                        act("payments", v -> konbini.pay(v.id(), "lawson"))),
                PageRoute.of(
                        "POST /konbini/{id}/lapse", act("payments", v -> konbini.expire(v.id()))),
                PageRoute.of("POST /endpoints/{id}/toggle", act("webhooks", v -> toggle(v.id()))),
                PageRoute.of("POST /events/{id}/resend", act("events", v -> resend(v.id()))),
                PageRoute.of(
                        "POST /events/resend-oldest-first",
                        act("events", v -> lastTen().reversed().forEach(world.deliveries::resend))),
                PageRoute.of(
                        "POST /events/resend-newest-first",
                        act("events", v -> lastTen().forEach(world.deliveries::resend))),
                PageRoute.of("POST /clock", this::moveClock));
    }

    static Reply back(String section) {
        return Reply.seeOther(URI.create("/#" + section));
    }

    private java.util.function.Function<Visit, Reply> act(String section, Consumer<Visit> action) {
        return visit ->
                world.change(
                        () -> {
                            action.accept(visit);
                            return back(section);
                        });
    }

    private Reply refund(Visit visit) {
        long amount = visit.form().requiredNumber("amount");
        return world.change(
                () -> {
                    refunds.refund(
                            charges.require(visit.id(), "charge"),
                            amount,
                            Json.object(),
                            Optional.empty());
                    return back("payments");
                });
    }

    /**
     * Not under the world's lock: the clock waits for webhooks, whose receivers may ask the API.
     */
    private Reply moveClock(Visit visit) {
        world.clock.advance(
                Duration.ofHours(Math.clamp(visit.form().requiredNumber("hours"), 0, 24 * 400)));
        return back("time");
    }

    private void toggle(String endpointId) {
        ObjectNode endpoint = world.objects.require(WebhookEndpoints.TYPE, endpointId, "id");
        boolean enabled = Json.text(endpoint, "status").equals("enabled");
        endpoint.put("status", enabled ? "disabled" : "enabled");
    }

    private void resend(String eventId) {
        world.deliveries.resend(world.objects.require(Events.TYPE, eventId, "id"));
    }

    private List<ObjectNode> lastTen() {
        return world.objects.newestFirst(Events.TYPE, e -> true).stream().limit(10).toList();
    }
}
