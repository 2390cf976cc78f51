package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.web.Typed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which pieces staff want to see. It stands in an address, so what is nonsense in it filters
 * nothing.
 *
 * @param words a part of a SKU or of a name; empty for any
 * @param state {@code low}, {@code out} or empty for any
 * @param lowFirst whether those of which there are fewest, measured by their line, come first
 */
record StockFilter(String words, String state, boolean lowFirst) {

    static final Set<String> STATES = Set.of("low", "out");

    private static final int LONGEST = 60;

    static StockFilter of(String words, String state, String order) {
        String typed = Typed.code(words);
        return new StockFilter(
                typed.length() > LONGEST ? "" : typed,
                STATES.contains(state) ? state : "",
                order.equals("low"));
    }

    public boolean isAll() {
        return words.isEmpty() && state.isEmpty();
    }

    /** As an address says it: only what filters or orders. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("words", words);
        values.put("state", state);
        values.put("order", lowFirst ? "low" : "");
        values.values().removeIf(String::isEmpty);
        return values;
    }
}
