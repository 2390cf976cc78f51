package org.lfnkr.zabuton.bookkeeping;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

import java.util.Comparator;

/**
 * A part of what was paid, to which lots belong. Parts stand in the order in which money goes back
 * from them when nobody says from which: goods first, then shipping, the gift last.
 *
 * @param line the position of the order's line, counting from 0; 0 for what is no line
 */
public record Part(Kind kind, int line) implements Comparable<Part> {

    public static final Part SHIPPING = new Part(Kind.SHIPPING, 0);
    public static final Part GIFT = new Part(Kind.GIFT, 0);

    /** What nobody has paid for: given on top by the organisation, so no lot belongs to it. */
    public static final Part GOODWILL = new Part(Kind.GOODWILL, 0);

    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::kind).thenComparingInt(Part::line);

    public Part {
        if (line < 0 || (line > 0 && kind != Kind.LINE)) {
            throw new IllegalArgumentException("Lines have positions, and nothing else has");
        }
    }

    static Part of(Readable row) {
        return new Part(Kind.valueOf(Row.text(row, "part")), Row.number(row, "line"));
    }

    public static Part line(int position) {
        return new Part(Kind.LINE, position);
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }

    /** In the order in which money of unknown ground goes back. */
    public enum Kind {
        LINE,
        SHIPPING,
        /** With what covers its fee. */
        GIFT,
        /** Only where somebody says so. */
        GOODWILL
    }
}
