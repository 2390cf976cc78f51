package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.web.Choice;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.util.StringUtils;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of the checkout that asks for an address: the buyer's own, or that of somebody else. */
enum Section {
    BUYER("", "orders.checkout"),
    RECIPIENT("to", "orders.checkout.to");

    private final String prefix;
    private final String messages;

    Section(String prefix, String messages) {
        this.prefix = prefix;
        this.messages = messages;
    }

    /** What the keys of its messages begin with. */
    String messages() {
        return messages;
    }

    /** What a field is called in this part: {@code city} or {@code toCity}. */
    String of(String field) {
        return prefix.isEmpty() ? field : prefix + StringUtils.capitalize(field);
    }

    /** The answers of this part alone, by what they are called in the buyer's. */
    Map<String, String> own(Map<String, String> typed) {
        Map<String, String> own = new HashMap<>();
        for (String field : AddressReader.FIELDS) {
            String value = typed.get(of(field));
            if (value != null) {
                own.put(field, value);
            }
        }
        return own;
    }

    /** What is wrong with an answer of this part, by what its field is called there. */
    Problem of(Problem problem) {
        List<Choice> choices =
                problem.choices().stream()
                        .map(it -> new Choice(of(it.answers()), it.key(), it.arguments()))
                        .toList();
        return new Problem(of(problem.field()), problem.key(), problem.arguments(), choices);
    }
}
