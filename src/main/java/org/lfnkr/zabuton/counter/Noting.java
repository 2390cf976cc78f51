package org.lfnkr.zabuton.counter;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.modulith.NamedInterface;

/** What became of an act at a bazaar. But for the first nothing was written. */
@NamedInterface("inside")
public sealed interface Noting {

    /** Done, now or by the same form before. */
    record Noted() implements Noting {}

    /** The bazaar has come further, or not so far yet. */
    record NotNow() implements Noting {

        /**
         * Says so where what was typed stays.
         *
         * @param field beside which it stands
         */
        public Problem problem(String field) {
            return Problem.of(field, "counter.wrong.not-now");
        }
    }

    /**
     * More pieces than there are.
     *
     * @param sku of which, as its label says it
     * @param name of its product
     * @param left how many there are
     */
    record TooMany(String sku, Bilingual name, Bilingual colour, int left) implements Noting {

        /**
         * Says so in the reader's language.
         *
         * @param field beside which it stands
         */
        public Problem problem(String field) {
            return Problem.of(field, "counter.pieces.many", name, colour, sku, left);
        }
    }

    /**
     * It can't be closed.
     *
     * @param pieces of which nobody has said what became of them
     * @param tray whether the tray is settled
     */
    record Unsettled(int pieces, boolean tray) implements Noting {}

    /** Who wants to close it said of many pieces why they are gone: somebody else looks first. */
    record OwnLosses() implements Noting {}
}
