package org.lfnkr.zabuton.fulfilment;

import java.util.List;

/**
 * What is to be fetched for the orders that have waited longest.
 *
 * @param whole whether it is for all that wait
 */
record PickList(List<Pick> items, boolean whole) {

    /** Orders: more than anybody fetches for at once. */
    static final int MOST = 1_000;

    PickList {
        items = List.copyOf(items);
    }

    /** For how many orders it is at most. */
    public int most() {
        return MOST;
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** Of all kinds. */
    public int pieces() {
        return items.stream().mapToInt(Pick::pieces).sum();
    }
}
