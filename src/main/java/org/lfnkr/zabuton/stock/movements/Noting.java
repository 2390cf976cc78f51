package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.stock.alone.AloneLimit;

import java.util.UUID;

/** What became of a note about pieces. */
sealed interface Noting {

    /** The stock has moved. */
    record Noted() implements Noting {}

    /**
     * Somebody else has said the same, and the stock has moved.
     *
     * @param first the write-off that it confirms
     */
    record Confirms(UUID first) implements Noting {}

    /**
     * Many pieces would go, by this alone or with those of the day: somebody else must say the same
     * before anything moves.
     */
    record Waits() implements Noting {}

    /** The same form said so before; nothing has moved again. */
    record Before() implements Noting {}

    /**
     * Nothing has moved: more would go than nobody has ordered.
     *
     * @param available how many could go
     */
    record TooMany(int available) implements Noting {}

    /** Decides, of pieces that are gone and a form that is new. */
    static Noting of(Note note, Gone gone, AloneLimit limit) {
        if (note.quantity() > gone.available()) {
            return new TooMany(gone.available());
        }
        WriteOff waiting = gone.waiting();
        if (waiting != null
                && waiting.quantity() == note.quantity()
                && !waiting.by().equals(note.actor())) {
            return new Confirms(waiting.id());
        }
        return limit.isLarge(-note.quantity(), gone.ofPiece())
                        || limit.isLarge(-note.quantity(), -gone.byActor())
                ? new Waits()
                : new Noted();
    }
}
