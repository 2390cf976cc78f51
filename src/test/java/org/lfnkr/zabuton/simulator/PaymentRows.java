package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Collectors;

/** The dashboard's list of sessions, each with what can still happen to its payment. */
record PaymentRows(World world) {

    private static final int MOST = 25;

    String html() {
        List<ObjectNode> sessions = world.objects.newestFirst(CheckoutSessions.TYPE, s -> true);
        String rows = sessions.stream().limit(MOST).map(this::row).collect(Collectors.joining());
        return rows.isEmpty()
                ? "<p class=\"quiet\">Buy something in the shop, and it appears here.</p>"
                : "<ul class=\"rows\">" + rows + "</ul>";
    }

    private String row(ObjectNode session) {
        String id = Json.text(session, "id");
        String reference = Json.text(session, "client_reference_id");
        return "<li><div class=\"line\"><span class=\"amount\">"
                + Html.time(Json.number(session, "created"))
                + "</span><strong class=\"amount\">"
                + Html.yen(Json.number(session, "amount_total"))
                + "</strong><span class=\"grow\">"
                + Html.link(
                        "/objects/" + id,
                        reference.isEmpty() ? id.substring(0, 20) + "…" : reference)
                + "</span><span>"
                + Html.text(Json.text(session, "status"))
                + ", "
                + Html.text(Json.text(session, "payment_status"))
                + "</span></div>"
                + actions(session)
                + "</li>";
    }

    private String actions(ObjectNode session) {
        String id = Json.text(session, "id");
        if (Json.text(session, "status").equals("open")) {
            return "<div class=\"line\">" + Html.link("/c/pay/" + id, "Payment page") + "</div>";
        }
        if (CheckoutSessions.isPlan(session)) {
            return invoices(Json.text(session, "subscription"));
        }
        return world.objects
                .find(Json.text(session, "payment_intent"))
                .map(intent -> ofIntent(intent, id))
                .orElse("");
    }

    private String invoices(String subscriptionId) {
        return world
                .objects
                .newestFirst(
                        Invoices.TYPE,
                        invoice -> Invoices.subscription(invoice).equals(subscriptionId))
                .stream()
                .map(this::invoice)
                .collect(Collectors.joining());
    }

    private String invoice(ObjectNode invoice) {
        String id = Json.text(invoice, "id");
        String charge =
                Invoices.payments(world.objects, id).stream()
                        .map(payment -> Json.text(payment.path("payment"), "payment_intent"))
                        .flatMap(intent -> world.objects.find(intent).stream())
                        .filter(intent -> Json.text(intent, "status").equals("succeeded"))
                        .flatMap(
                                intent ->
                                        world
                                                .objects
                                                .find(Json.text(intent, "latest_charge"))
                                                .stream())
                        .map(this::ofCharge)
                        .collect(Collectors.joining());
        return "<div class=\"line\"><span class=\"amount\">"
                + Html.time(Json.number(invoice, "created"))
                + "</span>"
                + Html.link("/i/" + id, "Invoice of " + Html.yen(Json.number(invoice, "total")))
                + "<span>"
                + Html.text(Json.text(invoice, "status"))
                + "</span></div>"
                + charge;
    }

    private String ofIntent(ObjectNode intent, String sessionId) {
        if (intent.path("next_action").path("konbini_display_details").isObject()) {
            return "<div class=\"line\">"
                    + Html.link("/c/voucher/" + sessionId, "Code")
                    + Html.button("/konbini/" + sessionId + "/pay", "Pay at the counter")
                    + Html.button("/konbini/" + sessionId + "/lapse", "Let the code lapse")
                    + "</div>";
        }
        boolean paid = Json.text(intent, "status").equals("succeeded");
        return paid
                ? world.objects
                        .find(Json.text(intent, "latest_charge"))
                        .map(this::ofCharge)
                        .orElse("")
                : "";
    }

    private String ofCharge(ObjectNode charge) {
        String id = Json.text(charge, "id");
        String disputed =
                charge.path("disputed").asBoolean(false) || Charges.isKonbini(charge)
                        ? ""
                        : Html.button("/charges/" + id + "/dispute", "Dispute");
        return "<div class=\"line\">"
                + refundForm(charge)
                + disputed
                + "</div>"
                + refunds(id)
                + disputes(id);
    }

    private static String refundForm(ObjectNode charge) {
        long left = Json.number(charge, "amount") - Json.number(charge, "amount_refunded");
        return left == 0 || charge.path("disputed").asBoolean(false)
                ? ""
                : """
                <form method="post" action="/charges/%s/refund"><label>Refund in yen <input class="short" name="amount" inputmode="numeric" value="%d"></label>
                <button>Refund</button></form>
                """
                        .formatted(Json.text(charge, "id"), left);
    }

    private String refunds(String chargeId) {
        return world
                .objects
                .oldestFirst(Refunds.TYPE, refund -> Json.text(refund, "charge").equals(chargeId))
                .stream()
                .map(PaymentRows::refund)
                .collect(Collectors.joining());
    }

    private static String refund(ObjectNode refund) {
        String id = Json.text(refund, "id");
        String status = Json.text(refund, "status");
        String complete =
                switch (status) {
                    case "requires_action" ->
                            Html.button("/refunds/" + id + "/account", "Buyer names an account");
                    case "pending" ->
                            Html.button("/refunds/" + id + "/complete", "Money arrived")
                                    + Html.button("/refunds/" + id + "/return", "Bank returns it");
                    default -> "";
                };
        String fail =
                List.of("requires_action", "pending", "succeeded").contains(status)
                        ? Html.button("/refunds/" + id + "/fail", "Fails after all")
                        : "";
        return "<div class=\"line\"><span class=\"grow\">Refund of "
                + Html.yen(Json.number(refund, "amount"))
                + ": "
                + Html.text(status)
                + "</span>"
                + complete
                + fail
                + "</div>";
    }

    private String disputes(String chargeId) {
        return world
                .objects
                .oldestFirst(
                        Disputes.TYPE, dispute -> Json.text(dispute, "charge").equals(chargeId))
                .stream()
                .map(PaymentRows::dispute)
                .collect(Collectors.joining());
    }

    private static String dispute(ObjectNode dispute) {
        String id = Json.text(dispute, "id");
        boolean open = Json.text(dispute, "status").equals("needs_response");
        String buttons =
                open
                        ? Html.button("/disputes/" + id + "/won", "We win")
                                + Html.button("/disputes/" + id + "/lost", "We lose")
                        : "";
        return "<div class=\"line\"><span class=\"grow\">Dispute: "
                + Html.text(Json.text(dispute, "status"))
                + "</span>"
                + buttons
                + "</div>";
    }
}
