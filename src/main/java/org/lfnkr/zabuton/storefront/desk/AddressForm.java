package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form by which staff correct a mail address, as it was typed.
 *
 * @param problems none where everything was understood
 */
record AddressForm(Map<String, String> typed, List<Problem> problems) {

    /** Why an address is corrected, as the reveals' words and the audit know it. */
    static final List<String> REASONS = List.of("asked", "unreached");

    AddressForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static AddressForm fresh() {
        return new AddressForm(Map.of(), List.of());
    }

    static AddressForm sent(Map<String, String> typed) {
        AddressForm form = new AddressForm(typed, List.of());
        return new AddressForm(typed, form.complaints());
    }

    private List<Problem> complaints() {
        List<Problem> found = new ArrayList<>();
        if (email().isEmpty()) {
            found.add(Problem.of("email", "supporters.sign-in.email.malformed"));
        }
        if (!REASONS.contains(reason())) {
            found.add(Problem.of("reason", "storefront.desk.address.reason.missing"));
        }
        return found;
    }

    Optional<EmailAddress> email() {
        return EmailAddress.parse(Typed.code(value("email")));
    }

    String reason() {
        return value("reason");
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** The same with something else that is wrong. */
    AddressForm with(Problem problem) {
        return new AddressForm(typed, List.of(problem));
    }

    Form form() {
        return new Form(typed, problems);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
