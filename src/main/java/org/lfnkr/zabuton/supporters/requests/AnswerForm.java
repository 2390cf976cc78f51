package org.lfnkr.zabuton.supporters.requests;

import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Outcome;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What staff say that became of a request. */
record AnswerForm(UUID request, Map<String, String> typed) {

    private static final int LONGEST = 200;
    private static final String REASON = "reason";

    AnswerForm {
        typed = Map.copyOf(typed);
    }

    Optional<Outcome> outcome() {
        String code = typed.getOrDefault("outcome", "");
        return Arrays.stream(Outcome.values()).filter(it -> it.code().equals(code)).findAny();
    }

    String reason() {
        return Typed.line(typed.getOrDefault(REASON, ""));
    }

    /** Whether it says why, in no more than fits. */
    boolean isSaid() {
        return !reason().isEmpty() && Typed.length(reason()) <= LONGEST;
    }

    /** With what is wrong with the reason, beside the request. */
    Form unsaid(Instant now) {
        String field = field(request);
        return shown(
                now,
                reason().isEmpty()
                        ? Problem.of(field, "requests.reason.missing")
                        : Problem.of(field, "web.wrong.long", LONGEST));
    }

    /**
     * After somebody else has answered.
     *
     * @param reference what the request is called
     */
    Form late(String reference, Instant now) {
        return shown(now, Problem.late("requests.wrong.over", reference));
    }

    /** Each request on the page has a field of its own. */
    private static String field(UUID request) {
        return REASON + "-" + request;
    }

    /** The page has the form of a new request too. */
    private Form shown(Instant now, Problem problem) {
        Map<String, String> values = new HashMap<>(RequestForm.fresh(now).typed());
        values.putAll(typed);
        values.put(field(request), typed.getOrDefault(REASON, ""));
        return new Form(values, List.of(problem));
    }
}
