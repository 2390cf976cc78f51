package org.lfnkr.zabuton.simulator;

/**
 * A person at the hosted payment page of one session, without a browser. Calls return when the page
 * would go on.
 */
public final class Shopper {

    private final HostedCheckout checkout;
    private final String sessionId;
    private final Buyer buyer;

    Shopper(HostedCheckout checkout, String sessionId, Buyer buyer) {
        this.checkout = checkout;
        this.sessionId = sessionId;
        this.buyer = buyer;
    }

    /**
     * Pays with one of the test cards; a card that wants 3-D Secure answers {@code
     * NEEDS_AUTHENTICATION}.
     */
    public Outcome payByCard(String number) {
        return checkout.payByCard(sessionId, card(number), buyer);
    }

    /** Pays with a card that wants 3-D Secure, and passes or fails the bank's question. */
    public Outcome payByCardWith3ds(String number, boolean authenticate) {
        Outcome outcome = payByCard(number);
        return outcome.status() == Outcome.Status.NEEDS_AUTHENTICATION
                ? checkout.authenticate(sessionId, authenticate)
                : outcome;
    }

    /** Asks for a code to pay with at a convenience store. */
    public Outcome chooseKonbini() {
        return checkout.payByKonbini(sessionId, buyer);
    }

    /** Goes back to the shop by the page's link. */
    public Outcome leave() {
        return checkout.leave(sessionId);
    }

    /** The same person under another mail address and name. */
    public Shopper as(String email, String name) {
        return new Shopper(checkout, sessionId, new Buyer(email, name));
    }

    private static TestCard card(String number) {
        return TestCard.of(number)
                .orElseThrow(() -> new IllegalArgumentException("No test card has this number"));
    }
}
