package org.lfnkr.zabuton.counter.box;

import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many of each piece go into a box or out of it, as they were typed: {@code pieces-SKU}. */
record BoxForm(List<BoxPiece> pieces, Map<String, String> typed) {

    private static final String FIELD = "pieces-";
    private static final int MOST = 9_999;

    BoxForm {
        pieces = List.copyOf(pieces);
        typed = Map.copyOf(typed);
    }

    private static String field(String sku) {
        return FIELD + sku;
    }

    /** With all that is left in the box. */
    static BoxForm whole(List<BoxPiece> pieces) {
        Map<String, String> all = new HashMap<>();
        pieces.stream()
                .filter(piece -> piece.left() > 0)
                .forEach(piece -> all.put(field(piece.sku()), "" + piece.left()));
        return new BoxForm(pieces, all);
    }

    /** Those of which there are any. */
    List<BoxLine> lines() {
        return pieces.stream()
                .flatMap(
                        piece ->
                                count(piece)
                                        .filter(count -> count > 0)
                                        .map(count -> new StockLine(piece.variant(), count))
                                        .map(line -> new BoxLine(piece, line))
                                        .stream())
                .toList();
    }

    /** Nothing typed is none; empty where it can't be read. */
    private Optional<Integer> count(BoxPiece piece) {
        String count = typed.getOrDefault(field(piece.sku()), "");
        return Typed.line(count).isEmpty()
                ? Optional.of(0)
                : TypedNumber.count(count).filter(it -> it <= MOST);
    }

    /** What is wrong: a field that can't be read, or nothing at all. */
    List<Problem> problems() {
        List<Problem> problems =
                pieces.stream()
                        .filter(piece -> count(piece).isEmpty())
                        .map(it -> Problem.of(field(it.sku()), "counter.pieces.unreadable", MOST))
                        .toList();
        boolean nothing = problems.isEmpty() && lines().isEmpty() && !pieces.isEmpty();
        return nothing
                ? List.of(Problem.of(field(pieces.getFirst().sku()), "counter.pieces.none"))
                : problems;
    }

    /** Beside the first piece that was typed. */
    Problem notNow(Noting.NotNow late) {
        return late.problem(field(lines().getFirst().kind().sku()));
    }

    static Problem tooMany(Noting.TooMany few) {
        return few.problem(field(few.sku()));
    }
}
