package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code /v1/disputes}: the bank takes the money back at once, with a fee on top, and returns it
 * only if the dispute is won. What counts is the balance transactions, not the status.
 */
record Disputes(World world, Charges charges, BalanceTransactions balance) implements Resource {

    static final String TYPE = "dispute";
    private static final Set<String> ENDED = Set.of("won", "lost");

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET /v1/disputes",
                        Shape.list("payment_intent charge", Listing.CREATED),
                        this::list),
                Route.of("GET /v1/disputes/{id}", Shape.of(), call -> require(call.id())),
                Route.of("POST /v1/disputes/{id}/close", Shape.of(), this::accept));
    }

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, "dispute");
    }

    ObjectNode open(ObjectNode charge) {
        if (Charges.isKonbini(charge) || charge.path("disputed").asBoolean(false)) {
            throw StripeError.refused(null, null, "This charge can't be disputed");
        }
        ObjectNode dispute = create(charge);
        charge.put("disputed", true);
        world.events.publish("charge.dispute.created", dispute);
        world.events.publish("charge.updated", charge, Json.object().put("disputed", false));
        withdraw(dispute);
        return dispute;
    }

    void close(ObjectNode dispute, boolean won) {
        if (ENDED.contains(Json.text(dispute, "status"))) {
            throw StripeError.refused(null, null, "This dispute is already closed");
        }
        dispute.put("status", won ? "won" : "lost");
        if (won) {
            reinstate(dispute);
        }
        world.events.publish("charge.dispute.closed", dispute);
    }

    private ObjectNode create(ObjectNode charge) {
        ObjectNode dispute = Json.template(TYPE);
        dispute.put("id", Ids.next("du"))
                .put("amount", Json.number(charge, "amount"))
                .put("currency", "jpy")
                .put("created", world.now());
        dispute.put("charge", Json.text(charge, "id"))
                .put("payment_intent", Json.text(charge, "payment_intent"));
        ((ObjectNode) dispute.path("evidence_details"))
                .put("due_by", world.now() + Duration.ofDays(9).toSeconds());
        String brand = Json.text(charge.path("payment_method_details").path("card"), "brand");
        ObjectNode card = Json.object().put("brand", brand).put("network", brand);
        card.put("case_type", "chargeback").put("network_reason_code", "83");
        dispute.set("payment_method_details", Json.object().put("type", "card").set("card", card));
        return world.objects.add(dispute);
    }

    private void withdraw(ObjectNode dispute) {
        ObjectNode previous = Json.object();
        previous.set("balance_transactions", dispute.path("balance_transactions").deepCopy());
        dispute.withArray("balance_transactions").add(balance.bookDispute(dispute));
        world.events.publish("charge.dispute.funds_withdrawn", dispute, previous);
    }

    private void reinstate(ObjectNode dispute) {
        ObjectNode previous = Json.object();
        previous.set("balance_transactions", dispute.path("balance_transactions").deepCopy());
        dispute.withArray("balance_transactions").add(balance.bookDisputeWon(dispute));
        world.events.publish("charge.dispute.funds_reinstated", dispute, previous);
    }

    private ObjectNode accept(Call call) {
        ObjectNode dispute = require(call.id());
        close(dispute, false);
        return dispute;
    }

    private ObjectNode list(Call call) {
        Params params = call.params();
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(params)
                        .and(Listing.same(params, "payment_intent"))
                        .and(Listing.same(params, "charge"));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }
}
