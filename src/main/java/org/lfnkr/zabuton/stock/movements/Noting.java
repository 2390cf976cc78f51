package org.lfnkr.zabuton.stock.movements;

/** What became of a note about pieces. */
sealed interface Noting {

    /** The stock has moved. */
    record Noted() implements Noting {}

    /** The same form said so before; nothing has moved again. */
    record Before() implements Noting {}

    /**
     * Nothing has moved: more would go than nobody has ordered.
     *
     * @param available how many could go
     */
    record TooMany(int available) implements Noting {}
}
