package org.lfnkr.zabuton.giving.plans;

import org.springframework.util.MultiValueMap;

import java.util.Objects;

/** Reads why somebody stops, which they need not say. */
final class StopForm {

    private StopForm() {}

    static String reason(MultiValueMap<String, String> form) {
        return Objects.requireNonNullElse(form.getFirst("reason"), "");
    }
}
