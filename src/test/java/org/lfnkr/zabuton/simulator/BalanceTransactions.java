package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code /v1/balance_transactions}: every movement of Stripe's account for us, with the fee that it
 * cost. Yen.
 */
record BalanceTransactions(World world) implements Resource {

    static final String TYPE = "balance_transaction";

    /** Which payout carried a line; Stripe tells it only where one asks for a payout's lines. */
    private static final String CARRIED = "_payout";

    private static final long KONBINI_LEAST_FEE = 120;
    private static final long KONBINI_REFUND_FEE = 150;
    private static final long DISPUTE_FEE = 1300;

    @Override
    public List<Route> routes() {
        Shape list = Shape.list("currency payout source type", Listing.CREATED);
        return List.of(
                Route.of("GET /v1/balance_transactions", list, this::list),
                Route.of(
                        "GET /v1/balance_transactions/{id}",
                        Shape.of(),
                        call -> {
                            ripen();
                            return world.objects.require(TYPE, call.id(), "id");
                        }));
    }

    /** 3.6 %, rounded half up; at a convenience store at least ¥120. */
    static long fee(long amount, boolean konbini) {
        long percentage = (amount * 36 + 500) / 1000;
        return konbini ? Math.max(KONBINI_LEAST_FEE, percentage) : percentage;
    }

    ObjectNode bookCharge(ObjectNode charge, boolean konbini) {
        long amount = Json.number(charge, "amount");
        return book(charge, konbini ? "payment" : "charge", "charge", amount, fee(amount, konbini));
    }

    /**
     * Stripe keeps the fee of the charge, and takes another for a transfer to a bank account. How
     * much, and on which line, depends on the account's contract.
     */
    ObjectNode bookRefund(ObjectNode refund, boolean konbini) {
        return book(
                refund,
                konbini ? "payment_refund" : "refund",
                "refund",
                -Json.number(refund, "amount"),
                konbini ? KONBINI_REFUND_FEE : 0);
    }

    ObjectNode bookRefundFailure(ObjectNode refund) {
        return book(refund, "refund_failure", "refund_failure", Json.number(refund, "amount"), 0);
    }

    ObjectNode bookDispute(ObjectNode dispute) {
        return book(dispute, "adjustment", "dispute", -Json.number(dispute, "amount"), DISPUTE_FEE);
    }

    /**
     * Billing's part of a charge that repeats: a line of its own, which names no charge, beside the
     * fee of the charge. 0.7 % and the consumption tax on it, rounded half up.
     *
     * @see <a href="https://stripe.com/jp/billing/pricing">Stripe: prices of Billing</a>
     */
    ObjectNode bookBilling(long charged) {
        ObjectNode usage = book(Json.object(), "stripe_fee", "fee", -billing(charged), 0);
        return usage.putNull("source").put("description", "Billing - Usage Fee");
    }

    static long billing(long charged) {
        return (charged * 77 + 5_000) / 10_000;
    }

    /** The disputed amount comes back; the fee does not. */
    ObjectNode bookDisputeWon(ObjectNode dispute) {
        return book(dispute, "adjustment", "dispute_reversal", Json.number(dispute, "amount"), 0);
    }

    /** Of no object, such as a fee of the account. */
    ObjectNode bookAlone(String type, String category, long amount) {
        return book(Json.object(), type, category, amount, 0).putNull("source");
    }

    ObjectNode bookPayout(ObjectNode payout) {
        ObjectNode line =
                book(payout, "payout", "payout", -Json.number(payout, "amount"), 0)
                        .put("status", "available");
        return Json.text(payout, "reconciliation_status").equals("completed")
                ? line.put(CARRIED, Json.text(payout, "id"))
                : line;
    }

    ObjectNode bookPayoutFailure(ObjectNode payout) {
        long amount = Json.number(payout, "amount");
        return book(payout, "payout_failure", "payout_reversal", amount, 0);
    }

    /** All that no payout has carried. */
    List<ObjectNode> unpaid() {
        return world.objects.oldestFirst(TYPE, line -> !line.has(CARRIED));
    }

    /** Lets a payout carry a line. */
    void release(ObjectNode line, String payout) {
        line.put("status", "available").put(CARRIED, payout);
    }

    /** What has waited long enough can be paid out. */
    void ripen() {
        world.objects
                .oldestFirst(TYPE, line -> Json.number(line, "available_on") <= world.now())
                .forEach(line -> line.put("status", "available"));
    }

    private ObjectNode book(
            ObjectNode source, String type, String category, long amount, long fee) {
        ObjectNode transaction = Json.template(TYPE);
        transaction
                .put("id", Ids.next("txn"))
                .put("created", world.now())
                .put("type", type)
                .put("reporting_category", category);
        transaction
                .put("amount", amount)
                .put("fee", fee)
                .put("net", amount - fee)
                .put("source", Json.text(source, "id"));
        transaction.put("available_on", world.now() + Duration.ofDays(4).toSeconds());
        if (fee != 0) {
            feeDetail(
                    transaction.putArray("fee_details"),
                    fee,
                    category.equals("dispute") ? "Dispute fee" : "Stripe processing fees");
        }
        return world.objects.add(transaction);
    }

    private static void feeDetail(ArrayNode details, long fee, String description) {
        details.addObject()
                .put("amount", fee)
                .putNull("application")
                .put("currency", "jpy")
                .put("description", description)
                .put("type", "stripe_fee");
    }

    private ObjectNode list(Call call) {
        Params params = call.params();
        ripen();
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(params)
                        .and(Listing.same(params, "currency"))
                        .and(
                                line ->
                                        params.text("payout")
                                                .map(Json.text(line, CARRIED)::equals)
                                                .orElse(true))
                        .and(Listing.same(params, "source"))
                        .and(Listing.same(params, "type"));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }
}
