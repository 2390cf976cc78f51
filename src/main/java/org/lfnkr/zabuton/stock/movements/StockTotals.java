package org.lfnkr.zabuton.stock.movements;

/** Of all pieces that a filter lets through, on however many pages they stand. */
record StockTotals(long kinds, long onHand, long reserved) {

    public long available() {
        return onHand - reserved;
    }
}
