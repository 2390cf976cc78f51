package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.counter.box.BoxPiece;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was tapped at the counter, as the page's address says it: {@code CUSHION-INDIGO.2,CROSS.1}.
 * Nothing is kept of it, so a reload, the way back and a second phone disturb nobody.
 *
 * @param pieces by SKU, in the order in which they were tapped
 */
record Basket(Map<String, Integer> pieces) {

    static final Basket EMPTY = new Basket(Map.of());

    private static final int MOST_KINDS = 20;
    private static final int MOST = 99;
    private static final Pattern PIECE =
            Pattern.compile("([A-Z0-9]+(?:-[A-Z0-9]+)*)\\.([1-9][0-9]?)");

    Basket {
        pieces = Collections.unmodifiableMap(new LinkedHashMap<>(pieces));
    }

    /** What can't be read of it is left out. */
    static Basket of(String typed) {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        for (String piece : typed.split(",", MOST_KINDS + 1)) {
            Matcher read = PIECE.matcher(piece);
            if (read.matches() && pieces.size() < MOST_KINDS) {
                pieces.put(read.group(1), Integer.parseInt(read.group(2)));
            }
        }
        return new Basket(pieces);
    }

    int of(BoxPiece piece) {
        return pieces.getOrDefault(piece.sku(), 0);
    }

    /** With one more, as far as there are and a basket holds. */
    Basket more(BoxPiece piece) {
        boolean room = of(piece) > 0 || pieces.size() < MOST_KINDS;
        return of(piece) < Math.min(MOST, piece.left()) && room
                ? with(piece.sku(), of(piece) + 1)
                : this;
    }

    Basket less(BoxPiece piece) {
        return of(piece) > 0 ? with(piece.sku(), of(piece) - 1) : this;
    }

    private Basket with(String sku, int count) {
        Map<String, Integer> changed = new LinkedHashMap<>(pieces);
        if (count == 0) {
            changed.remove(sku);
        } else {
            changed.put(sku, count);
        }
        return new Basket(changed);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** As an address says it. */
    @Override
    public String toString() {
        return pieces.entrySet().stream()
                .map(piece -> piece.getKey() + "." + piece.getValue())
                .collect(Collectors.joining(","));
    }
}
