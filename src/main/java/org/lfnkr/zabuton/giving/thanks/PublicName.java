package org.lfnkr.zabuton.giving.thanks;

import java.util.Locale;
import java.util.UUID;

/**
 * A name that a giver chose to be thanked by in public.
 *
 * @param given whether a gift of theirs that stands behind it has arrived and did not go back
 */
public record PublicName(UUID id, State state, boolean given, String text) {

    /** What staff have decided about it: nothing is published before they read it. */
    public enum State {
        WAITING,
        APPROVED,
        DECLINED;

        /** Names messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands, in one word that names messages. */
    public String standing() {
        return given ? state.code() : "unpaid";
    }

    @Override
    public String toString() {
        return "PublicName[" + id + "]";
    }
}
