package org.lfnkr.zabuton.closing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A month of the books.
 *
 * @param id by which its close is approved; of an open month nothing has it
 * @param began who began to close it; empty while it is open
 * @param closed who asked for its close; empty until it is closed
 * @param approval of the close; null until it is closed
 * @param hash of its snapshot, in hexadecimal digits; empty until it is closed
 */
record Period(
        YearMonth month,
        State state,
        UUID id,
        String began,
        @Nullable Instant beganAt,
        String closed,
        @Nullable Instant closedAt,
        @Nullable UUID approval,
        String hash) {

    private static final Pattern MONTH = Pattern.compile("[1-9][0-9]{3}-(0[1-9]|1[0-2])");

    private static final UUID NOTHING = new UUID(0, 0);

    /** Where it stands; it never goes back. */
    enum State {
        OPEN,
        /** It takes what comes late from outside, and what two people add. */
        CLOSING,
        CLOSED;

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Period open(YearMonth month) {
        return new Period(month, State.OPEN, NOTHING, "", null, "", null, null, "");
    }

    static Period of(Readable row) {
        Instant closedAt = row.get("closed_at", Instant.class);
        return new Period(
                YearMonth.from(Row.day(row, "month")),
                closedAt == null ? State.CLOSING : State.CLOSED,
                Row.uuid(row, "id"),
                Row.text(row, "began_by"),
                Row.instant(row, "began_at"),
                Objects.requireNonNullElse(row.get("closed_by", String.class), ""),
                closedAt,
                row.get("approval", UUID.class),
                Objects.requireNonNullElse(row.get("hash", String.class), ""));
    }

    /** The month in an address, such as {@code 2026-11}; 404 where that is none. */
    static Mono<YearMonth> in(String address) {
        return MONTH.matcher(address).matches()
                ? Mono.just(YearMonth.parse(address))
                : Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    public boolean isOpen() {
        return is(State.OPEN);
    }

    public boolean isClosing() {
        return is(State.CLOSING);
    }

    public boolean isClosed() {
        return is(State.CLOSED);
    }

    public LocalDate first() {
        return month.atDay(1);
    }

    public LocalDate last() {
        return month.atEndOfMonth();
    }

    /** Over in Tokyo. */
    boolean isOver(LocalDate today) {
        return last().isBefore(today);
    }
}
