package org.lfnkr.zabuton.supporters.requests;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * What somebody asks for, without who: they are found by what staff have before them.
 *
 * @param dueOn the last day on which we promised an answer
 * @param outcome null while it waits for its answer
 */
record PrivacyRequest(
        UUID id,
        String reference,
        Kind kind,
        Way way,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable Outcome outcome,
        @Nullable LocalDate answeredOn) {

    /** In how many days we answer, as the privacy notice says (個人情報保護法32〜39条: 遅滞なく). */
    static final int DAYS = 14;

    /** What is asked for (個人情報保護法33〜35条). */
    enum Kind {
        SHOW,
        CORRECT,
        STOP,
        ERASE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it came. */
    enum Way {
        PHONE,
        LETTER,
        MAIL,
        IN_PERSON;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What became of it. */
    enum Outcome {
        DONE,
        REFUSED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PrivacyRequest of(Readable row) {
        String outcome = row.get("outcome", String.class);
        return new PrivacyRequest(
                Row.uuid(row, "id"),
                Row.text(row, "reference"),
                Kind.valueOf(Row.text(row, "kind")),
                Way.valueOf(Row.text(row, "way")),
                Row.day(row, "received_on"),
                Row.day(row, "due_on"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.get("answered_on", LocalDate.class));
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** Days that are left for an answer; below zero once it is late. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueOn);
    }
}
