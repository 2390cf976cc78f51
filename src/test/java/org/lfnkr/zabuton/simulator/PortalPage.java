package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The hosted pages of billing: the customer portal, and an invoice that waits for its customer. */
record PortalPage(
        World world,
        BillingPortal portal,
        Customers customers,
        PaymentMethods methods,
        Subscriptions subscriptions,
        Invoices invoices,
        Collecting collecting) {

    private static final List<TestCard> CARDS =
            List.of(TestCard.VISA, TestCard.JCB, TestCard.THREE_D_SECURE, TestCard.FAILS_LATER);

    List<PageRoute> routes() {
        return List.of(
                PageRoute.of(
                        "GET /p/session/{id}",
                        visit -> world.look(() -> show(portal.require(visit.id())))),
                PageRoute.of(
                        "POST /p/session/{id}/card",
                        visit -> world.change(() -> changeCard(visit))),
                PageRoute.of(
                        "POST /p/session/{id}/cancel",
                        visit -> world.change(() -> setCancel(visit))),
                PageRoute.of(
                        "GET /i/{id}",
                        visit -> world.look(() -> show(invoices.require(visit.id()), ""))),
                PageRoute.of("POST /i/{id}", visit -> world.change(() -> pay(visit))));
    }

    /** The customer's card from now on, and that of every plan. */
    void replaceCard(ObjectNode customer, ObjectNode method) {
        customers.chargeBy(customer, method);
        subscriptions.running().stream()
                .filter(s -> Json.text(s, "customer").equals(Json.text(customer, "id")))
                .forEach(
                        s ->
                                world.events.publishChange(
                                        Subscriptions.UPDATED,
                                        s,
                                        () ->
                                                s.put(
                                                        "default_payment_method",
                                                        Json.text(method, "id"))));
    }

    private Reply changeCard(Visit visit) {
        ObjectNode session = portal.require(visit.id());
        ObjectNode customer = customers.require(Json.text(session, "customer"));
        TestCard card = TestCard.of(visit.form().required("card")).orElse(TestCard.VISA);
        replaceCard(customer, methods.attach(customer, card, methods.far()));
        String back =
                Json.text(
                        session.path("flow").path("after_completion").path("redirect"),
                        "return_url");
        return back.isEmpty() ? backTo(session) : Reply.seeOther(URI.create(back));
    }

    private Reply setCancel(Visit visit) {
        ObjectNode session = portal.require(visit.id());
        ObjectNode subscription = subscriptions.require(visit.form().required("subscription"));
        boolean cancel = visit.form().flag("cancel");
        world.events.publishChange(
                Subscriptions.UPDATED,
                subscription,
                () -> subscriptions.cancelAtPeriodEnd(subscription, cancel));
        return backTo(session);
    }

    private Reply backTo(ObjectNode session) {
        return Reply.seeOther(URI.create("/p/session/" + Json.text(session, "id")));
    }

    private Reply show(ObjectNode session) {
        Words words = Words.in(Json.text(session, "locale"));
        String id = Json.text(session, "id");
        String customer = Json.text(session, "customer");
        String back = Json.text(session, "return_url");
        String plans =
                subscriptions.running().stream()
                        .filter(s -> Json.text(s, "customer").equals(customer))
                        .map(s -> plan(s, id, words))
                        .collect(Collectors.joining());
        String body =
                """
                %s
                <h1>%s</h1>
                <h2>%s</h2><ul class="rows">%s</ul>
                <h2>%s</h2>
                <form method="post" action="/p/session/%s/card">
                <fieldset><legend>%s</legend>%s</fieldset><button class="main">%s</button></form>
                """
                        .formatted(
                                back.isEmpty()
                                        ? ""
                                        : "<p><a href=\""
                                                + Html.text(back)
                                                + "\">← "
                                                + words.of("return")
                                                + "</a></p>",
                                words.of("portal.title"),
                                words.of("portal.plans"),
                                plans,
                                words.of("portal.card"),
                                id,
                                words.of("portal.newcard"),
                                cards(words),
                                words.of("portal.save"));
        return Reply.html(200, words.page(words.of("portal.title"), body));
    }

    private static String plan(ObjectNode subscription, String sessionId, Words words) {
        JsonNode price = Subscriptions.firstItem(subscription).path("price");
        boolean ending = subscription.path("cancel_at_period_end").asBoolean(false);
        String amount =
                Html.yen(
                        Json.number(price, "unit_amount")
                                * Json.number(Subscriptions.firstItem(subscription), "quantity"));
        String until = Html.time(Subscriptions.periodEnd(subscription)).substring(0, 10);
        return """
                <li><p>%s — %s</p>
                <form method="post" action="/p/session/%s/cancel"><input type="hidden" name="subscription" value="%s">
                <button name="cancel" value="%s">%s</button></form></li>
                """
                .formatted(
                        words.of(
                                "portal." + Json.text(price.path("recurring"), "interval"), amount),
                        words.of(ending ? "portal.ends" : "portal.renews", until),
                        sessionId,
                        Json.text(subscription, "id"),
                        !ending,
                        words.of(ending ? "portal.keep" : "portal.cancel"));
    }

    private static String cards(Words words) {
        return CARDS.stream()
                .map(
                        card ->
                                PayPage.choice(
                                        "card",
                                        card.number,
                                        PayPage.spaced(card),
                                        words.of(
                                                "portal.card."
                                                        + card.name()
                                                                .toLowerCase(
                                                                        java.util.Locale.ROOT)),
                                        card == TestCard.VISA))
                .collect(Collectors.joining());
    }

    private Reply pay(Visit visit) {
        ObjectNode invoice = invoices.require(visit.id());
        Outcome outcome =
                collecting.payOnPage(
                        invoice,
                        TestCard.of(visit.form().required("card")).orElse(TestCard.DECLINED));
        return show(invoice, outcome.message());
    }

    private Reply show(ObjectNode invoice, String wrong) {
        Words words = Words.in("en");
        String amount = Html.yen(Json.number(invoice, "total"));
        String status = Json.text(invoice, "status");
        String form =
                "<form method=\"post\" action=\"/i/"
                        + Json.text(invoice, "id")
                        + "\"><fieldset><legend>"
                        + words.of("pay.means")
                        + "</legend>"
                        + cards(words)
                        + "</fieldset><button class=\"main\">"
                        + words.of("pay.button", amount)
                        + "</button></form>";
        String alert =
                wrong.isEmpty()
                        ? ""
                        : "<p class=\"wrong\" role=\"alert\">" + Html.text(wrong) + "</p>";
        String body =
                "<h1>"
                        + words.of("invoice.title", amount)
                        + "</h1><p>"
                        + words.of("invoice.status", status)
                        + "</p>"
                        + alert
                        + (status.equals("open") ? form : "");
        return Reply.html(
                wrong.isEmpty() ? 200 : 422, words.page(words.of("invoice.title", amount), body));
    }
}
