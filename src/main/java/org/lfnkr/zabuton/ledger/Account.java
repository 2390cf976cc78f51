package org.lfnkr.zabuton.ledger;

/** The accounts of the journal. Their nature stands in the database, in {@code ledger.account}. */
public enum Account {
    /** What Stripe holds for us: the sum of the net of all its balance transactions. */
    STRIPE_BALANCE(false),
    /** Consumption tax that we have taken and owe. */
    CONSUMPTION_TAX(false),
    /** Sale of goods (物品販売), shipping included, without consumption tax. */
    SALES(true),
    /** Gifts (寄附金). */
    DONATIONS(true),
    /** What the payment provider keeps, for payments and for disputes. */
    PAYMENT_FEES(true),
    /** What was taken from us beyond what a payer had paid, or beyond the fee they were told. */
    PAYMENT_LOSSES(true);

    private final boolean ofFund;

    Account(boolean ofFund) {
        this.ofFund = ofFund;
    }

    /** Whether each posting names the fund it belongs to: true for income and expense. */
    public boolean ofFund() {
        return ofFund;
    }
}
