package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartLine;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a number of pieces is not taken into the cart. Each has a message. */
public enum LineRefusal {
    MALFORMED,
    NONE,
    TOO_MANY,
    FULL;

    /**
     * The form of a product's page, where {@code told} is the code of a refusal or anything else.
     *
     * @param typed what was typed, one where that is nothing
     */
    public static Form form(String typed, String told) {
        List<Problem> problems =
                Arrays.stream(values())
                        .filter(reason -> reason.code().equals(told))
                        .map(reason -> reason.problem(LineForm.QUANTITY))
                        .toList();
        return new Form(
                Map.of(LineForm.QUANTITY, typed.isEmpty() && problems.isEmpty() ? "1" : typed),
                problems);
    }

    /**
     * @param field that shows it
     */
    Problem problem(String field) {
        int most = this == FULL ? Cart.MOST_LINES : CartLine.MOST;
        return Problem.of(field, "orders.line.refused." + code(), most);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
