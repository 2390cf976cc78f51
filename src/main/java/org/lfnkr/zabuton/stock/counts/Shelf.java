package org.lfnkr.zabuton.stock.counts;

/**
 * How many pieces should lie here.
 *
 * @param onHand that nobody has paid for
 * @param reserved of those, for orders that aren't paid yet
 * @param unsent paid, and not sent yet
 * @param movedAlone by how many it was moved today by people whom nobody seconded
 */
record Shelf(int onHand, int reserved, int unsent, int movedAlone) {

    Shelf with(int waitingToBeSent, int byOne) {
        return new Shelf(onHand, reserved, waitingToBeSent, byOne);
    }

    int expected() {
        return onHand + unsent;
    }
}
