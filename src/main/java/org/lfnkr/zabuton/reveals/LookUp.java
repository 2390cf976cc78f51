package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;

import java.time.Instant;
import java.util.Locale;

/**
 * That somebody of the staff asked for a person and found them.
 *
 * @param role in which they had the right
 */
public record LookUp(Instant at, Role role, Kind kind) {

    /** By what they asked. */
    public enum Kind {
        MAIL(Right.REVEAL_CONTACT),
        RECEIPT(Right.REVEAL_RECEIPT);

        private final Right right;

        Kind(Right right) {
            this.right = right;
        }

        public Right right() {
            return right;
        }

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
