package org.lfnkr.zabuton.stock.counts;

/**
 * How many pieces should lie here.
 *
 * @param onHand that nobody has paid for
 * @param reserved of those, for orders that aren't paid yet
 * @param unsent paid, and not sent yet
 */
record Shelf(int onHand, int reserved, int unsent) {

    Shelf with(int waitingToBeSent) {
        return new Shelf(onHand, reserved, waitingToBeSent);
    }

    int expected() {
        return onHand + unsent;
    }
}
