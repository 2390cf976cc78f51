package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The hosted payment page: what is paid, with which means, and what each test card does. */
record PayPage(World world, CheckoutSessions sessions, HostedCheckout checkout) {

    private static final List<TestCard> LISTED =
            List.of(
                    TestCard.VISA,
                    TestCard.MASTERCARD,
                    TestCard.THREE_D_SECURE,
                    TestCard.THREE_D_SECURE_THEN_DECLINED,
                    TestCard.DECLINED,
                    TestCard.INSUFFICIENT_FUNDS,
                    TestCard.EXPIRED);

    private static final Outcome FRESH = Outcome.stays(Outcome.Status.LEFT, "");

    List<PageRoute> routes() {
        return List.of(
                PageRoute.of("GET /c/pay/{id}", visit -> show(visit.id(), FRESH)),
                PageRoute.of("POST /c/pay/{id}", this::pay),
                PageRoute.of("GET /c/pay/{id}/3ds", visit -> challenge(visit.id())),
                PageRoute.of(
                        "POST /c/pay/{id}/3ds",
                        visit ->
                                go(
                                        visit.id(),
                                        checkout.authenticate(
                                                visit.id(),
                                                visit.form()
                                                        .required("answer")
                                                        .equals("complete")))));
    }

    private Reply pay(Visit visit) {
        ObjectNode session = world.look(() -> sessions.require(visit.id()));
        String fixed = Json.text(session, "customer_email");
        Buyer buyer =
                new Buyer(
                        fixed.isEmpty() ? visit.form().required("email") : fixed,
                        visit.form().required("name"));
        String means = visit.form().required("means");
        Outcome outcome =
                means.equals("konbini")
                        ? checkout.payByKonbini(visit.id(), buyer)
                        : checkout.payByCard(
                                visit.id(), TestCard.of(means).orElse(TestCard.DECLINED), buyer);
        return go(visit.id(), outcome);
    }

    private Reply go(String sessionId, Outcome outcome) {
        return outcome.next().map(Reply::seeOther).orElseGet(() -> show(sessionId, outcome));
    }

    private Reply show(String sessionId, Outcome last) {
        return world.look(() -> render(sessions.require(sessionId), last));
    }

    private Reply render(ObjectNode session, Outcome last) {
        Words words = Words.in(Json.text(session, "locale"));
        String status = Json.text(session, "status");
        String wrong =
                last.message().isEmpty() ? "" : words.of("wrong." + last.status(), last.message());
        return status.equals("open") ? form(session, words, wrong) : closed(session, words, status);
    }

    private Reply form(ObjectNode session, Words words, String wrong) {
        String amount = Html.yen(Json.number(session, "amount_total"));
        String title = words.of("pay.title", amount);
        String body =
                """
                <p>%s</p>
                <h1>%s</h1>
                %s
                <h2>%s</h2>
                <table class="sum"><tbody>%s</tbody><tfoot><tr><th scope="row">%s</th><td>%s</td></tr></tfoot></table>
                <form method="post" action="/c/pay/%s">
                %s
                <label class="field">%s <input name="name" autocomplete="name" required value="Test Shopper"></label>
                <fieldset><legend>%s</legend>%s</fieldset>
                %s<button class="main">%s</button>
                </form>
                """
                        .formatted(
                                back(session, words),
                                title,
                                alert(words, wrong),
                                words.of("pay.lines"),
                                lines(session, words),
                                words.of("pay.total"),
                                amount,
                                Json.text(session, "id"),
                                email(session, words),
                                words.of("pay.name"),
                                words.of("pay.means"),
                                means(session, words),
                                custom(session),
                                words.of("pay.button", amount));
        String prefix = wrong.isEmpty() ? "" : words.of("error") + ": ";
        return Reply.html(wrong.isEmpty() ? 200 : 422, words.page(prefix + title, body));
    }

    /** What the shop wants to be said beside the button. */
    private static String custom(ObjectNode session) {
        String text = Json.text(session.path("custom_text").path("submit"), "message");
        return text.isEmpty() ? "" : "<p>" + Html.text(text) + "</p>";
    }

    private static String back(ObjectNode session, Words words) {
        String cancel = Json.text(session, "cancel_url");
        return cancel.isEmpty()
                ? ""
                : "<a href=\"" + Html.text(cancel) + "\">← " + words.of("back") + "</a>";
    }

    private static String alert(Words words, String wrong) {
        return wrong.isEmpty()
                ? ""
                : "<p class=\"wrong\" role=\"alert\">" + words.of("error") + ": " + wrong + "</p>";
    }

    private String lines(ObjectNode session, Words words) {
        return CheckoutSessions.lineItems(world.objects, Json.text(session, "id")).stream()
                .map(item -> line(item, words))
                .collect(Collectors.joining());
    }

    private static String line(ObjectNode item, Words words) {
        String each = Html.yen(Json.number(item.path("price"), "unit_amount"));
        return "<tr><th scope=\"row\">"
                + Html.text(Json.text(item, "description"))
                + "<br><small class=\"quiet\">"
                + words.of("pay.quantity", Json.number(item, "quantity"), each)
                + "</small></th><td>"
                + Html.yen(Json.number(item, "amount_total"))
                + "</td></tr>";
    }

    private static String email(ObjectNode session, Words words) {
        String fixed = Json.text(session, "customer_email");
        return fixed.isEmpty()
                ? "<label class=\"field\">"
                        + words.of("pay.email")
                        + " <input type=\"email\" name=\"email\" autocomplete=\"email\" required></label>"
                : "<p>" + words.of("pay.email") + "<br>" + Html.text(fixed) + "</p>";
    }

    private static String means(ObjectNode session, Words words) {
        String cards = LISTED.stream().map(card -> card(card, words)).collect(Collectors.joining());
        String konbini =
                choice(
                        "means",
                        "konbini",
                        words.of("pay.konbini"),
                        words.of("pay.konbini.note"),
                        false);
        return (HostedCheckout.offers(session, "card") ? cards : "")
                + (HostedCheckout.offers(session, "konbini") ? konbini : "");
    }

    private static String card(TestCard card, Words words) {
        String what = words.of("pay.card." + card.name().toLowerCase(Locale.ROOT));
        return choice("means", card.number, spaced(card), what, card == TestCard.VISA);
    }

    static String spaced(TestCard card) {
        return card.number.replaceAll("(.{4})(?!$)", "$1 ");
    }

    static String choice(String name, String value, String label, String note, boolean chosen) {
        return """
                <label class="choice"><input type="radio" name="%s" value="%s" required%s><span>%s <small>%s</small></span></label>
                """
                .formatted(name, value, chosen ? " checked" : "", label, note);
    }

    private static Reply closed(ObjectNode session, Words words, String status) {
        String title = words.of("open." + status);
        String body =
                "<h1>"
                        + title
                        + "</h1><p>"
                        + words.of("open.note")
                        + "</p><p>"
                        + back(session, words)
                        + "</p>";
        return Reply.html(200, words.page(title, body));
    }

    private Reply challenge(String sessionId) {
        ObjectNode session = world.look(() -> sessions.require(sessionId));
        Words words = Words.in(Json.text(session, "locale"));
        String title = words.of("challenge.title");
        String body =
                """
                <h1>%s</h1>
                <p>%s</p>
                <form method="post" action="/c/pay/%s/3ds">
                <p><button class="main" name="answer" value="complete">%s</button></p>
                <p><button name="answer" value="fail">%s</button></p>
                </form>
                """
                        .formatted(
                                title,
                                words.of(
                                        "challenge.note",
                                        Html.yen(Json.number(session, "amount_total"))),
                                sessionId,
                                words.of("challenge.complete"),
                                words.of("challenge.fail"));
        return Reply.html(200, words.page(title, body));
    }
}
