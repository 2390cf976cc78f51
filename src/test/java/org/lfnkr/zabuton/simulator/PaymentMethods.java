package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** {@code /v1/payment_methods}: a card that a customer has left with Stripe. */
record PaymentMethods(World world) implements Resource {

    static final String TYPE = "payment_method";

    /** Years from whenever it is. */
    private static final int FAR = 8;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET /v1/payment_methods/{id}", Shape.of(), call -> require(call.id())));
    }

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, TYPE);
    }

    List<ObjectNode> of(ObjectNode customer) {
        String id = Json.text(customer, "id");
        return world.objects.newestFirst(TYPE, method -> Json.text(method, "customer").equals(id));
    }

    ObjectNode attach(ObjectNode customer, TestCard card, YearMonth expires) {
        ObjectNode method = Json.template(TYPE);
        method.put("id", Ids.next("pm"))
                .put("created", world.now())
                .put("customer", Json.text(customer, "id"));
        Buyer owner = new Buyer(Json.text(customer, "email"), Json.text(customer, "name"));
        method.set("billing_details", owner.billingDetails());
        method.set("card", details(card, expires));
        method.put("_card", card.name());
        world.events.publish("payment_method.attached", world.objects.add(method));
        return method;
    }

    /** The card as the bank will treat it today. */
    TestCard card(ObjectNode method) {
        YearMonth expires =
                YearMonth.of(
                        (int) Json.number(method.path("card"), "exp_year"),
                        (int) Json.number(method.path("card"), "exp_month"));
        YearMonth now = YearMonth.from(world.clock.instant().atOffset(ZoneOffset.UTC));
        return now.isAfter(expires)
                ? TestCard.EXPIRED
                : TestCard.valueOf(Json.text(method, "_card"));
    }

    /** The expiry of a card about which nothing is said. */
    YearMonth far() {
        return YearMonth.from(world.clock.instant().atOffset(ZoneOffset.UTC)).plusYears(FAR);
    }

    private static ObjectNode details(TestCard card, YearMonth expires) {
        ObjectNode details = Json.object().put("brand", card.brand);
        details.putObject("checks")
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", "pass");
        details.put("country", card.country)
                .put("display_brand", card.brand)
                .put("exp_month", expires.getMonthValue())
                .put("exp_year", expires.getYear())
                .put("fingerprint", "fp" + card.last4())
                .put("funding", "credit")
                .putNull("generated_from")
                .put("last4", card.last4())
                .putNull("networks")
                .putNull("regulated_status");
        details.putObject("three_d_secure_usage").put("supported", true);
        return details.putNull("wallet");
    }
}
