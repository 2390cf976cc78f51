package org.lfnkr.zabuton.evidence;

import org.lfnkr.zabuton.web.Problem;

import java.util.Locale;

/** Why a file is not taken; nothing of it was kept. */
public enum UploadRefusal {
    /** None was chosen, or an empty one. */
    NONE,
    /** More than {@link Upload#MOST_BYTES}. */
    TOO_HEAVY,
    /** Neither a PDF nor a JPEG nor a PNG, whatever it is called. */
    OTHER_TYPE;

    /** As a form says it beside its field. */
    public Problem problem(String field) {
        return Problem.of(
                field, "evidence.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
