package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.web.TypedNumber;

import java.util.Map;
import java.util.Optional;

/**
 * Where a list has what is read of it.
 *
 * @param order the column of the order's number, from one
 * @param number that of the tracking number
 */
record NumberColumns(int order, int number) {

    /** As people write a list themselves. */
    static final NumberColumns FIRST = new NumberColumns(1, 2);

    private static final int MOST = 200;

    NumberColumns {
        if (order < 1 || number < 1 || order == number || Math.max(order, number) > MOST) {
            throw new IllegalArgumentException("No columns: " + order + " and " + number);
        }
    }

    /** Empty where they can't be read, or are one. */
    static Optional<NumberColumns> typed(Map<String, String> typed) {
        Optional<Integer> order = column(typed.getOrDefault("order", ""));
        return column(typed.getOrDefault("number", ""))
                .filter(number -> !order.equals(Optional.of(number)))
                .flatMap(number -> order.map(it -> new NumberColumns(it, number)));
    }

    private static Optional<Integer> column(String typed) {
        return TypedNumber.count(typed).filter(it -> it >= 1 && it <= MOST);
    }
}
