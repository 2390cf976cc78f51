package org.lfnkr.zabuton.ledger;

/**
 * An account of the journal: a row of {@code ledger.account}, which keeps its names and its side.
 * Named here are those that the code itself posts to.
 *
 * @param code as the database knows it
 */
public record Account(String code, Nature nature) {

    /** What Stripe holds for us: the sum of the net of all its balance transactions. */
    public static final Account STRIPE_BALANCE = new Account("STRIPE_BALANCE", Nature.ASSET);

    /** The accounts at banks (普通預金). */
    public static final Account BANK = new Account("BANK", Nature.ASSET);

    /** What lies in the cash box (現金). */
    public static final Account CASH = new Account("CASH", Nature.ASSET);

    /** The transfer account at the post office (郵便振替口座). */
    public static final Account POSTAL = new Account("POSTAL", Nature.ASSET);

    /** What lies in the trays of counters until two people have counted it. */
    public static final Account TRAY = new Account("TRAY", Nature.ASSET);

    /** What card terminals took and their provider has not paid out yet. */
    public static final Account CARD_TERMINAL = new Account("CARD_TERMINAL", Nature.ASSET);

    /** Consumption tax that we have taken and owe. */
    public static final Account CONSUMPTION_TAX = new Account("CONSUMPTION_TAX", Nature.LIABILITY);

    /** What has come and of which nobody has decided whose and what for it is. */
    public static final Account SUSPENSE = new Account("SUSPENSE", Nature.LIABILITY);

    /** What was approved to be spent and is not paid yet, or is expected back (未払金). */
    public static final Account PAYABLE = new Account("PAYABLE", Nature.LIABILITY);

    /** Sale of goods (物品販売), shipping included, without consumption tax. */
    public static final Account SALES = new Account("SALES", Nature.INCOME);

    /** Gifts (寄附金). */
    public static final Account DONATIONS = new Account("DONATIONS", Nature.INCOME);

    /** What the payment provider keeps, for payments and for disputes. */
    public static final Account PAYMENT_FEES = new Account("PAYMENT_FEES", Nature.EXPENSE);

    /** What was taken from us beyond what a payer had paid, or beyond the fee they were told. */
    public static final Account PAYMENT_LOSSES = new Account("PAYMENT_LOSSES", Nature.EXPENSE);

    /** What the organisation gives payers beyond what they had paid for (支払補償費). */
    public static final Account GOODWILL = new Account("GOODWILL", Nature.EXPENSE);

    /** What banks keep for sending money (振込手数料). */
    public static final Account BANK_FEES = new Account("BANK_FEES", Nature.EXPENSE);

    /** What was to come back of spent money and never did; Operations bears it. */
    public static final Account LOST_RETURNS = new Account("LOST_RETURNS", Nature.EXPENSE);

    /** What was missing in trays, or too much (現金過不足). */
    public static final Account CASH_DIFFERENCES = new Account("CASH_DIFFERENCES", Nature.EXPENSE);

    public Account {
        Codes.check(code);
    }

    /** Whether each posting names the fund it belongs to: true for income and expense. */
    public boolean ofFund() {
        return nature == Nature.INCOME || nature == Nature.EXPENSE;
    }

    @Override
    public String toString() {
        return code;
    }

    /** What kind of account it is. */
    public enum Nature {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE
    }
}
