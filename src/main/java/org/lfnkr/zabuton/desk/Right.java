package org.lfnkr.zabuton.desk;

/** What somebody may do at the desk, one for each verb. */
public enum Right {
    /** The desk's own page and one's own account: whoever is signed in. */
    COME_IN,
    /** Invites people, gives them roles, ends their sessions, closes their accounts. */
    MANAGE_STAFF,
    /** What waits for a second person: one's own kinds. */
    SEE_APPROVALS,
    /** The same of what others propose, whatever it is. */
    SEE_ALL_APPROVALS,
    /** Signs what somebody else proposed, by passkey, or refuses it. */
    APPROVE,
    /** Who did what, when and why. */
    SEE_AUDIT,
    SEE_GATES,
    SET_GATES,
    /** Without names. */
    SEE_ORDERS,
    EXPORT_ORDERS,
    SEE_UNDELIVERED_LETTERS,
    SEND_LETTERS_AGAIN,
    READ_PUBLIC_NAMES(true),
    DECIDE_ON_PUBLIC_NAMES(true),
    SEE_RETURNED_PIECES,
    DECIDE_ON_RETURNED_PIECES,
    /** Lets a buyer give something back, or says no and why. */
    ANSWER_RETURNS,
    SEE_PARCELS,
    SEND_PARCELS,
    /** Opens to whom and where a parcel goes, one at a time and with a reason. */
    REVEAL_SHIP_TO(true),
    /** The same of how somebody is reached. */
    REVEAL_CONTACT(true),
    /** The same of whom a receipt is made out to. */
    REVEAL_RECEIPT(true),
    /** Asks for an order by its number, and with the right to what is asked by, for a person. */
    LOOK_UP(true),
    /** Who opened how much, without what they saw. */
    SEE_REVEALS,
    /** How many people a breach affects, without who. */
    SEE_BREACHES,
    /** Counts them, and with a second person's leave lists their names. */
    HANDLE_BREACHES(true),
    SEE_STOCK,
    /** Notes what came, broke, was lost or counted. */
    KEEP_STOCK,
    /** What was taken along to counters, sold there and brought back. */
    SEE_BAZAARS,
    /** Opens a bazaar, takes pieces along and back, sells them, and undoes it the same day. */
    SELL_AT_COUNTER,
    /** One of two. */
    COUNT_TRAYS,
    /** Takes the counted cash over, and notes what came of a card terminal. */
    CLOSE_BAZAARS,
    SEE_PRODUCTS,
    /** What pages say of products. */
    WRITE_PRODUCTS,
    /** What is on sale, and what it costs from which day on. */
    SET_PRICES,
    SEE_FAILED_REFUNDS,
    /** As much of an order as one person decides, and to propose more. */
    REFUND_ORDERS,
    SEE_BOOKS,
    /** Says what a line of Stripe's balance is that the shop does not know. */
    EXPLAIN_LINES,
    /** What is known of evidence without opening it. */
    SEE_EVIDENCE,
    /** Opens it, one file at a time and with a reason. */
    OPEN_EVIDENCE(true),
    /** Brings what everybody may see of it, and takes it back. */
    BLACKEN_EVIDENCE,
    /** Disbursements and transfers, with what was paid in another currency; without names. */
    SEE_SPENDING,
    /** Drafts them, asks for a second person, and notes what became of them. */
    PLAN_SPENDING,
    /** Reads files of the bank, and says what their rows are. */
    KEEP_BANK,
    /** Opens what a bank wrote of a row, or the whole of its file. */
    REVEAL_BANK(true),
    /** What the money has bought, and what of it arrived. */
    SEE_OUTCOMES,
    NOTE_OUTCOMES,
    SEE_BOARD,
    /** How money is shared out, what outcomes cost and on what ground, and what funds need. */
    SEE_FUND_RULES,
    PROPOSE_POLICIES,
    /** Of outcomes, with evidence. */
    PROPOSE_PRICES,
    /** Plans and gifts, without names. */
    SEE_GIVING,
    EXPORT_GIVING,
    /** Stops or pauses a plan for a giver who asks. */
    STOP_PLANS,
    /** What is asked of us under the privacy law, without who asks. */
    SEE_PRIVACY_REQUESTS,
    KEEP_PRIVACY_REQUESTS,
    /** Issues receipts for givers who ask, voids them, and makes them anew. */
    KEEP_RECEIPTS,
    /** Notes gifts that came by bank, cash or post office. */
    NOTE_GIFTS,
    SEE_STUCK_WORK,
    RETRY_STUCK_WORK,
    SEE_STRIPE_SETTINGS,
    CHECK_STRIPE_SETTINGS;

    private final boolean showsNames;

    Right() {
        this(false);
    }

    Right(boolean showsNames) {
        this.showsNames = showsNames;
    }

    /** Whether it shows what people are called. */
    public boolean showsNames() {
        return showsNames;
    }
}
