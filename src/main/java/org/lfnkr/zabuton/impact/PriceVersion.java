package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of the price book: a claim, or the end of one.
 *
 * @param from first day, in Tokyo
 * @param claim what is claimed from that day on; null for an end, after which nothing is
 * @param ground what the price is based on, or why it ends; names nobody
 * @param decidedAt when a second person agreed; null while nobody has, and of the oldest versions
 */
public record PriceVersion(
        UUID id,
        Outcome outcome,
        LocalDate from,
        @Nullable Claim claim,
        String ground,
        @Nullable Instant decidedAt) {

    /**
     * A price with evidence and an end.
     *
     * @param yen the price of {@code units} together
     * @param on day of the evidence
     * @param until last day on which it holds
     * @param file in the vault of evidence; null of the oldest versions
     * @param sha256 of that file, in hexadecimal digits
     */
    public record Claim(
            long yen,
            long units,
            LocalDate on,
            LocalDate until,
            @Nullable UUID file,
            @Nullable String sha256) {}

    /** Of columns as tables of versions and of drafts have them, with those of the outcome. */
    public static PriceVersion of(Readable row) {
        return new PriceVersion(
                Row.uuid(row, "id"),
                Outcome.of(row),
                Row.day(row, "valid_from"),
                row.get("yen", Long.class) == null ? null : claim(row),
                Row.text(row, "evidence"),
                row.get("decided_at", Instant.class));
    }

    private static Claim claim(Readable row) {
        return new Claim(
                Row.whole(row, "yen"),
                Row.whole(row, "units"),
                Row.day(row, "evidence_on"),
                Row.day(row, "evidence_until"),
                row.get("file", UUID.class),
                row.get("sha256", String.class));
    }

    /** As pages and statements use it; empty for an end. */
    public Optional<OutcomePrice> price() {
        return Optional.ofNullable(claim)
                .map(
                        it ->
                                new OutcomePrice(
                                        id,
                                        outcome.code(),
                                        outcome.name(),
                                        outcome.unitKey(),
                                        outcome.fund(),
                                        it.yen(),
                                        it.units(),
                                        from,
                                        null,
                                        ground));
    }
}
