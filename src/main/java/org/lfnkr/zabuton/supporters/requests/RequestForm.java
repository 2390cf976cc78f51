package org.lfnkr.zabuton.supporters.requests;

import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Kind;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Way;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedDay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What staff note of a request.
 *
 * @param problems in the order of the page; none where everything was understood
 */
record RequestForm(Map<String, String> typed, List<Problem> problems) {

    RequestForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static RequestForm fresh(Instant now) {
        return new RequestForm(Map.of("received", BusinessDate.of(now).toString()), List.of());
    }

    static RequestForm sent(Map<String, String> typed, Instant now) {
        RequestForm form = new RequestForm(typed, List.of());
        return new RequestForm(typed, form.complaints(BusinessDate.of(now)));
    }

    private List<Problem> complaints(LocalDate today) {
        List<Problem> found = new ArrayList<>();
        if (kind().isEmpty()) {
            found.add(Problem.of("kind", "requests.kind.missing"));
        }
        if (way().isEmpty()) {
            found.add(Problem.of("way", "requests.way.missing"));
        }
        if (received().isEmpty() || received().get().isAfter(today)) {
            found.add(Problem.of("received", "requests.received.unreadable"));
        }
        return found;
    }

    UUID id() {
        return SentOnce.id(typed);
    }

    Optional<Kind> kind() {
        return Arrays.stream(Kind.values()).filter(it -> it.code().equals(value("kind"))).findAny();
    }

    Optional<Way> way() {
        return Arrays.stream(Way.values()).filter(it -> it.code().equals(value("way"))).findAny();
    }

    Optional<LocalDate> received() {
        return TypedDay.of(value("received"));
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    Form form() {
        return new Form(typed, problems);
    }
}
