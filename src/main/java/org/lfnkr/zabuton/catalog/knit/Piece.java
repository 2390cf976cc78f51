package org.lfnkr.zabuton.catalog.knit;

/**
 * The shape of a piece of knitting before it is worked.
 *
 * @param columns widest number of stitches, odd
 * @param rows number of rows, odd
 * @param edge which stitches belong to the piece
 * @param swell how far the middle stands out: 0 for cloth that lies flat, 1 for a stuffed cushion
 */
record Piece(int columns, int rows, Edge edge, double swell) {

    /** Whether a stitch, counted from the middle of the piece, is worked. */
    @FunctionalInterface
    interface Edge {
        boolean holds(int column, int row);
    }

    static Piece flat(int columns, int rows) {
        return new Piece(columns, rows, (column, row) -> true, 0.25);
    }

    static Piece cushion() {
        return new Piece(31, 37, (column, row) -> Math.abs(column) < 15 || Math.abs(row) < 18, 1);
    }

    static Piece pouch() {
        return new Piece(27, 23, (column, row) -> Math.abs(column) < 13 || row < 10, 0.6);
    }

    /** The crown of a hat, narrowing towards the top; its cuff is a piece of its own. */
    static Piece crown() {
        return new Piece(
                27, 27, (column, row) -> Math.hypot(column / 13.6, (row - 13) / 26.5) < 1, 0.7);
    }

    /** A hand without its thumb. */
    static Piece hand() {
        return new Piece(
                13,
                25,
                (column, row) -> row > -5 || Math.hypot(column / 6.9, (row + 5) / 8.0) < 1,
                0.6);
    }

    static Piece thumb() {
        return new Piece(5, 11, (column, row) -> row > -4 || Math.abs(column) < 2, 0.6);
    }
}
