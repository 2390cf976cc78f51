package org.lfnkr.zabuton.counter;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.modulith.NamedInterface;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * A day on which we sell at a counter.
 *
 * @param no tells it from others of the same day, from 1
 * @param change yen that lay in the tray when it began
 * @param closedAt null until it is closed
 */
@NamedInterface("inside")
public record Bazaar(
        UUID id,
        LocalDate heldOn,
        int no,
        Money change,
        State state,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** How far it has come. */
    public enum State {
        SELLING,
        /** Nothing is sold any more; pieces come back and the tray is counted. */
        COUNTING,
        CLOSED;

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Bazaar of(Readable row) {
        return new Bazaar(
                Row.uuid(row, "id"),
                Row.day(row, "held_on"),
                Row.number(row, "no"),
                Row.money(row, "change"),
                State.valueOf(Row.text(row, "state")),
                Row.instant(row, "opened_at"),
                row.get("closed_at", Instant.class));
    }

    /** Its day and number. */
    public BazaarCode called() {
        return new BazaarCode(heldOn, no);
    }

    /** What it is called, in addresses too. */
    public String code() {
        return called().toString();
    }

    public boolean sells() {
        return state == State.SELLING;
    }

    public boolean counts() {
        return state == State.COUNTING;
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }
}
