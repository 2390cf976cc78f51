package org.lfnkr.zabuton.reveals.breach;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * What may have come to where it should not.
 *
 * @param account whose openings are meant; null for everybody
 * @param from first day of them in Tokyo; null for everybody
 * @param until last such day; null for everybody
 * @param notedBy the account of who asks for the list
 * @param approvedAt when a second person allowed the list; null before that
 */
record Breach(
        UUID id,
        Scope scope,
        @Nullable UUID account,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        UUID notedBy,
        Instant notedAt,
        @Nullable Instant approvedAt) {

    /** How long the list can be taken once it is allowed. */
    static final Duration ALLOWED = Duration.ofHours(24);

    /** Who is affected. */
    enum Scope {
        /** Whoever we know. */
        EVERYBODY,
        /** Of whom an account of the staff opened something. */
        ACCOUNT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Breach of(Readable row) {
        return new Breach(
                Row.uuid(row, "id"),
                Scope.valueOf(Row.text(row, "scope")),
                row.get("account_id", UUID.class),
                row.get("from_day", LocalDate.class),
                row.get("until_day", LocalDate.class),
                Row.uuid(row, "noted_by"),
                Row.instant(row, "noted_at"),
                row.get("approved_at", Instant.class));
    }

    /** Whether this account may take the list now. */
    public boolean isAllowed(UUID reader, Instant now) {
        return reader.equals(notedBy)
                && approvedAt != null
                && now.isBefore(approvedAt.plus(ALLOWED));
    }

    Instant begin() {
        return Objects.requireNonNull(from).atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    /** The first moment that is not meant any more. */
    Instant end() {
        return Objects.requireNonNull(until)
                .plusDays(1)
                .atStartOfDay(BusinessDate.TOKYO)
                .toInstant();
    }
}
