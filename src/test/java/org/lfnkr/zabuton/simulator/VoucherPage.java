package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The page with the code for the convenience store, and the two buttons that stand for going there
 * or not. Like Stripe's, it does not lead back by itself: {@code success_url} is not visited. Who
 * wants to can go to the shop.
 */
record VoucherPage(World world, CheckoutSessions sessions, Konbini konbini) {

    private static final Map<String, String> CHAINS =
            Map.of(
                    "familymart",
                    "FamilyMart",
                    "lawson",
                    "Lawson",
                    "ministop",
                    "Ministop",
                    "seicomart",
                    "Seicomart");

    List<PageRoute> routes() {
        return List.of(
                PageRoute.of(
                        "GET /c/voucher/{id}",
                        visit -> world.look(() -> show(sessions.require(visit.id())))),
                PageRoute.of(
                        "POST /c/voucher/{id}/pay",
                        visit -> act(visit, id -> konbini.pay(id, "familymart"))),
                PageRoute.of("POST /c/voucher/{id}/lapse", visit -> act(visit, konbini::expire)));
    }

    private Reply act(Visit visit, Consumer<String> action) {
        world.change(
                () -> {
                    action.accept(visit.id());
                    return true;
                });
        return Reply.seeOther(world.baseUrl().resolve("/c/voucher/" + visit.id()));
    }

    private Reply show(ObjectNode session) {
        Words words = Words.in(Json.text(session, "locale"));
        String title = words.of("voucher.title", Html.yen(Json.number(session, "amount_total")));
        JsonNode intent =
                world.objects.find(Json.text(session, "payment_intent")).orElseGet(Json::object);
        JsonNode details = intent.path("next_action").path("konbini_display_details");
        String state = details.isObject() ? codes(session, words, details) : ended(session, words);
        return Reply.html(
                200, words.page(title, "<h1>" + title + "</h1>" + state + back(session, words)));
    }

    /** To the shop's door: which order or gift it is for, this page does not tell. */
    private static String back(ObjectNode session, Words words) {
        String shop = Json.text(session, "success_url");
        return shop.isEmpty()
                ? ""
                : "<p><a href=\"%s\">← %s</a></p>"
                        .formatted(
                                Html.text(shop.replaceFirst("(?<=[^/:]/).*", "")),
                                words.of("back"));
    }

    private static String ended(ObjectNode session, Words words) {
        boolean paid = Json.text(session, "payment_status").equals("paid");
        return "<p>" + words.of(paid ? "voucher.paid" : "voucher.lapsed") + "</p>";
    }

    private static String codes(ObjectNode session, Words words, JsonNode details) {
        String stores =
                details.path("stores").properties().stream()
                        .map(
                                store ->
                                        code(
                                                CHAINS.getOrDefault(store.getKey(), store.getKey()),
                                                store.getValue(),
                                                words))
                        .collect(Collectors.joining());
        String id = Json.text(session, "id");
        return """
                <p>%s</p>
                <div class="codes">%s</div>
                <h2>%s</h2>
                <form method="post" action="/c/voucher/%s/pay"><p><button>%s</button></p></form>
                <form method="post" action="/c/voucher/%s/lapse"><p><button>%s</button></p></form>
                """
                .formatted(
                        words.of("voucher.until", Html.time(Json.number(details, "expires_at"))),
                        stores,
                        words.of("voucher.try"),
                        id,
                        words.of("voucher.pay"),
                        id,
                        words.of("voucher.lapse"));
    }

    private static String code(String chain, JsonNode store, Words words) {
        return "<section><h2>"
                + chain
                + "</h2><dl><dt>"
                + words.of("voucher.code")
                + "</dt><dd>"
                + Json.text(store, "payment_code")
                + "</dd><dt>"
                + words.of("voucher.number")
                + "</dt><dd>"
                + Json.text(store, "confirmation_number")
                + "</dd></dl></section>";
    }
}
