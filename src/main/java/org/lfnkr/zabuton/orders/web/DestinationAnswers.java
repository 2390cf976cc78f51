package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.shipping.Destination;

import java.util.HashMap;
import java.util.Map;

/** Carries the cart's destination into the answers of a checkout. No input or output. */
final class DestinationAnswers {

    private DestinationAnswers() {}

    /** The answers with this destination, all others as they were. */
    static Map<String, String> to(Destination destination, Map<String, String> typed) {
        Map<String, String> answers = new HashMap<>(typed);
        String prefecture = destination.prefecture();
        Section part = CheckoutReader.goesTo(typed);
        if (prefecture == null) {
            answers.put(part.of(AddressReader.COUNTRY), destination.country());
        } else {
            answers.remove(part.of(AddressReader.COUNTRY));
            answers.put(part.of(AddressReader.PREFECTURE), prefecture);
        }
        return answers;
    }

    /** The same for a checkout that has not said yet where to; a friend's place nobody guesses. */
    static Map<String, String> unlessSaid(Destination destination, Map<String, String> typed) {
        boolean said =
                CheckoutReader.goesTo(typed) == Section.RECIPIENT
                        || typed.containsKey(AddressReader.COUNTRY)
                        || !typed.getOrDefault(AddressReader.PREFECTURE, "").isEmpty();
        return said ? new HashMap<>(typed) : to(destination, typed);
    }
}
