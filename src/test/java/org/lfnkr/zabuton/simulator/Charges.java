package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code /v1/charges}: each try that reached the bank. A charge has its balance transaction, and so
 * its fee, only a moment after it succeeded ({@code charge.updated} tells), because Stripe captures
 * asynchronously.
 */
record Charges(World world, BalanceTransactions balance) implements Resource, SimulatedClock.Alarm {

    static final String TYPE = "charge";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET /v1/charges",
                        Shape.list("customer payment_intent", Listing.CREATED),
                        this::list),
                Route.of("GET /v1/charges/{id}", Shape.of(), call -> require(call.id(), "charge")));
    }

    ObjectNode require(String id, String param) {
        return world.objects.require(TYPE, id, param);
    }

    ObjectNode succeedByCard(ObjectNode intent, Buyer buyer, TestCard card, boolean authenticated) {
        ObjectNode charge = create("ch", intent, buyer);
        charge.set(
                "payment_method_details",
                Json.object()
                        .put("type", "card")
                        .set("card", card(card, Json.number(intent, "amount"), authenticated)));
        return succeed(charge);
    }

    ObjectNode succeedByKonbini(ObjectNode intent, Buyer buyer, String chain) {
        ObjectNode charge = create("py", intent, buyer);
        ObjectNode konbini = Json.object();
        konbini.putObject("store").put("chain", chain);
        charge.set(
                "payment_method_details",
                Json.object().put("type", "konbini").set("konbini", konbini));
        return succeed(charge);
    }

    ObjectNode decline(ObjectNode intent, Buyer buyer, TestCard card, boolean authenticated) {
        ObjectNode charge = create("ch", intent, buyer);
        charge.set(
                "payment_method_details",
                Json.object().put("type", "card").set("card", card(card, 0, authenticated)));
        charge.put("status", "failed")
                .put("failure_code", card.errorCode())
                .put("failure_message", card.message());
        charge.set(
                "outcome",
                outcome(
                        "declined_by_network",
                        "issuer_declined",
                        card.decline,
                        "The bank did not return any further details with this decline."));
        intent.put("latest_charge", Json.text(charge, "id"));
        world.events.publish("charge.failed", charge);
        return charge;
    }

    /** Books the fee of every charge whose time has come. */
    void settleFees() {
        world.objects.oldestFirst(TYPE, this::isFeeDue).forEach(this::bookFee);
    }

    @Override
    public Optional<Instant> next() {
        return world.objects.oldestFirst(TYPE, charge -> charge.has("_fee_due")).stream()
                .map(charge -> Instant.ofEpochSecond(Json.number(charge, "_fee_due")))
                .min(Instant::compareTo);
    }

    @Override
    public void ring() {
        settleFees();
    }

    static boolean isKonbini(ObjectNode charge) {
        return Json.text(charge.path("payment_method_details"), "type").equals("konbini");
    }

    private ObjectNode create(String prefix, ObjectNode intent, Buyer buyer) {
        ObjectNode charge = Json.template(TYPE);
        charge.put("id", Ids.next(prefix))
                .put("created", world.now())
                .put("amount", Json.number(intent, "amount"))
                .put("currency", "jpy");
        charge.put("payment_intent", Json.text(intent, "id"))
                .put("payment_method", methodOf(intent));
        charge.put("calculated_statement_descriptor", "SIMULATOR");
        intent.put("payment_method", Json.text(charge, "payment_method"));
        charge.set("billing_details", buyer.billingDetails());
        for (String key :
                List.of(
                        "metadata",
                        "description",
                        "receipt_email",
                        "statement_descriptor",
                        "statement_descriptor_suffix",
                        "customer")) {
            charge.set(key, intent.path(key).deepCopy());
        }
        return world.objects.add(charge);
    }

    private static String methodOf(ObjectNode intent) {
        String saved = Json.text(intent, "payment_method");
        return saved.isEmpty() ? Ids.next("pm") : saved;
    }

    private ObjectNode succeed(ObjectNode charge) {
        String id = Json.text(charge, "id");
        charge.put("amount_captured", Json.number(charge, "amount"))
                .put("captured", true)
                .put("paid", true)
                .put("status", "succeeded");
        charge.put("receipt_url", world.baseUrl() + "/objects/" + id);
        charge.set("outcome", outcome("approved_by_network", "", "", "Payment complete."));
        charge.put("_fee_due", world.now() + world.faults.feesLateBy().toSeconds());
        world.events.publish("charge.succeeded", charge);
        return charge;
    }

    private boolean isFeeDue(ObjectNode charge) {
        return charge.has("_fee_due") && Json.number(charge, "_fee_due") <= world.now();
    }

    private void bookFee(ObjectNode charge) {
        charge.remove("_fee_due");
        charge.put(
                "balance_transaction",
                Json.text(balance.bookCharge(charge, isKonbini(charge)), "id"));
        world.events.publish(
                "charge.updated", charge, Json.object().putNull("balance_transaction"));
    }

    private static ObjectNode outcome(
            String network, String reason, String networkCode, String message) {
        boolean approved = reason.isEmpty();
        ObjectNode outcome = Json.object();
        outcome.putNull("advice_code")
                .putNull("network_advice_code")
                .putNull("network_decline_code");
        outcome.put("network_status", network)
                .put("reason", approved ? null : networkCode)
                .put("risk_level", "normal")
                .put("risk_score", 12);
        return outcome.put("seller_message", message).put("type", approved ? "authorized" : reason);
    }

    private static ObjectNode card(TestCard card, long authorized, boolean authenticated) {
        ObjectNode details = Json.object();
        details.put("amount_authorized", authorized)
                .putNull("authorization_code")
                .put("brand", card.brand);
        details.putObject("checks")
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", "pass");
        details.put("country", card.country)
                .put("exp_month", 12)
                .put("exp_year", 2034)
                .put("fingerprint", "fp" + card.last4());
        details.put("funding", "credit")
                .putNull("installments")
                .put("last4", card.last4())
                .putNull("mandate")
                .put("network", card.brand);
        details.putNull("network_transaction_id")
                .putNull("regulated_status")
                .putNull("transaction_link_id")
                .putNull("wallet");
        if (authenticated) {
            details.putObject("three_d_secure")
                    .put("authentication_flow", "challenge")
                    .put("electronic_commerce_indicator", "05")
                    .putNull("exemption_indicator")
                    .put("result", "authenticated")
                    .putNull("result_reason")
                    .put("transaction_id", Ids.random(24))
                    .put("version", "2.2.0");
        } else {
            details.putNull("three_d_secure");
        }
        return details;
    }

    private ObjectNode list(Call call) {
        Params params = call.params();
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(params)
                        .and(Listing.same(params, "customer"))
                        .and(Listing.same(params, "payment_intent"));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }
}
