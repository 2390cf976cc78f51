package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.checkout.Draft;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed who wants to be told.
 *
 * @param typed the piece by its SKU, and a mail address
 */
record WaitForm(Map<String, String> typed) {

    static final String PIECE = "piece";
    static final String EMAIL = "email";

    WaitForm {
        typed = Map.copyOf(typed);
    }

    static WaitForm of(Draft draft) {
        return new WaitForm(draft.typed());
    }

    String piece() {
        return typed.getOrDefault(PIECE, "");
    }

    Optional<EmailAddress> email() {
        return EmailAddress.parse(Typed.code(typed.getOrDefault(EMAIL, "")));
    }

    /** The answers alone, as the draft keeps them. */
    Map<String, String> answers() {
        return Map.of(PIECE, piece(), EMAIL, typed.getOrDefault(EMAIL, ""));
    }

    List<Problem> problems() {
        return email().isPresent()
                ? List.of()
                : List.of(Problem.of(EMAIL, "supporters.sign-in.email.malformed"));
    }
}
