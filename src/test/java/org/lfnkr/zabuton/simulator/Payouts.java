package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * {@code /v1/payouts}: what goes to the bank, with the lines that it carries. One that failed gives
 * its money back in a line of its own, which the next payout carries.
 */
record Payouts(World world, BalanceTransactions balance) implements Resource {

    static final String TYPE = "payout";
    private static final Duration ON_ITS_WAY = Duration.ofDays(2);

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET /v1/payouts",
                        Shape.list("status", Listing.CREATED),
                        call ->
                                Listing.page(
                                        call,
                                        world.objects.newestFirst(
                                                TYPE, Listing.createdAsIn(call.params())))),
                Route.of("GET /v1/payouts/{id}", Shape.of(), call -> require(call.id())));
    }

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, "payout");
    }

    /** Of all that no payout has carried, as if the day had come on which it is available. */
    ObjectNode payOut() {
        List<ObjectNode> lines = balance.unpaid();
        long sum = lines.stream().mapToLong(line -> Json.number(line, "net")).sum();
        if (sum == 0) {
            throw StripeError.refused(null, null, "There is nothing to pay out");
        }
        ObjectNode payout = create(sum).put("reconciliation_status", "completed");
        lines.forEach(line -> balance.release(line, Json.text(payout, "id")));
        leave(payout);
        world.events.publish("payout.reconciliation_completed", payout);
        return payout;
    }

    /** One that somebody asked for: Stripe does not tell what it carries. */
    ObjectNode payOutByHand(long amount) {
        ObjectNode payout =
                create(amount)
                        .put("automatic", false)
                        .put("reconciliation_status", "not_applicable");
        leave(payout);
        return payout;
    }

    void arrive(ObjectNode payout) {
        new BankBook(world).note(payout, BankBook.ARRIVED);
        payout.put("status", "paid");
        world.events.publish("payout.paid", payout);
    }

    /** Even of one that had arrived. */
    void fail(ObjectNode payout) {
        if (Json.text(payout, "status").equals("failed")) {
            throw StripeError.refused(null, null, "This payout has failed already");
        }
        ObjectNode back = balance.bookPayoutFailure(payout);
        new BankBook(world).note(payout, BankBook.RETURNED);
        payout.put("status", "failed")
                .put("failure_code", "account_closed")
                .put("failure_message", "The bank account has been closed.")
                .put("failure_balance_transaction", Json.text(back, "id"));
        world.events.publish("payout.failed", payout);
    }

    private ObjectNode create(long amount) {
        ObjectNode payout = Json.template(TYPE);
        Instant arrival = Instant.ofEpochSecond(world.now()).plus(ON_ITS_WAY);
        payout.put("id", Ids.next("po"))
                .put("amount", amount)
                .put("created", world.now())
                .put("arrival_date", arrival.truncatedTo(ChronoUnit.DAYS).getEpochSecond());
        return world.objects.add(payout);
    }

    private void leave(ObjectNode payout) {
        payout.put("balance_transaction", Json.text(balance.bookPayout(payout), "id"));
        world.events.publish("payout.created", payout);
    }
}
