package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * What happens to Stripe's balance without the shop: fees of the account, corrections, payouts, and
 * what other tools on the same account do. Yen; answers the id of what was made.
 */
public final class AccountBalance {

    private final World world;
    private final BalanceTransactions lines;
    private final Payouts payouts;
    private final PaymentIntents intents;
    private final Charges charges;

    AccountBalance(
            World world,
            BalanceTransactions lines,
            Payouts payouts,
            PaymentIntents intents,
            Charges charges) {
        this.world = world;
        this.lines = lines;
        this.payouts = payouts;
        this.intents = intents;
        this.charges = charges;
    }

    /** Stripe takes a fee that belongs to no payment. */
    public String takeFee(long yen) {
        return line("stripe_fee", "fee", -yen);
    }

    /** Stripe puts something right; below zero it takes. */
    public String adjust(long yen) {
        return line("adjustment", "other_adjustment", yen);
    }

    /** Stripe keeps something back; below zero it lets it go. */
    public String keepBack(long yen) {
        return line(yen > 0 ? "reserve_hold" : "reserve_release", "risk_reserved_funds", -yen);
    }

    /** Money from the bank. */
    public String topUp(long yen) {
        return line("topup", "topup", yen);
    }

    /** A line of a kind that a shop can know nothing of. */
    public String surprise(long yen) {
        return line("climate_order_purchase", "climate_order_purchase", -yen);
    }

    /** Another tool on the same account charges a card; answers the payment intent. */
    public String chargeElsewhere(long yen) {
        return id(() -> charge(intents.ofAnotherTool(yen)));
    }

    private ObjectNode charge(ObjectNode intent) {
        TestCard card = TestCard.of("4242424242424242").orElseThrow();
        ObjectNode charge = charges.succeedByCard(intent, Buyer.NOBODY_IN_PARTICULAR, card, false);
        intents.succeed(intent, charge);
        charges.settleFees();
        return intent;
    }

    /** All that is there goes to the bank. */
    public String payOut() {
        return id(payouts::payOut);
    }

    /** So much goes to the bank since somebody asked for it. */
    public String payOutByHand(long yen) {
        return id(() -> payouts.payOutByHand(yen));
    }

    /** A payout has arrived, as Stripe sees it. */
    public void arrive(String payout) {
        id(
                () -> {
                    payouts.arrive(payouts.require(payout));
                    return payouts.require(payout);
                });
    }

    /** A payout comes back from the bank. */
    public void fail(String payout) {
        id(
                () -> {
                    payouts.fail(payouts.require(payout));
                    return payouts.require(payout);
                });
    }

    private String line(String type, String category, long yen) {
        return id(() -> lines.bookAlone(type, category, yen));
    }

    private String id(java.util.function.Supplier<ObjectNode> making) {
        return world.change(() -> Json.text(making.get(), "id"));
    }
}
