package org.lfnkr.zabuton.counter.box;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedNumber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody says of pieces that are gone unsold. */
record LossForm(List<BoxPiece> pieces, Map<String, String> typed) {

    static final String PIECE = "piece";
    static final String PIECES = "pieces";
    static final String GROUND = "ground";

    LossForm {
        pieces = List.copyOf(pieces);
        typed = Map.copyOf(typed);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }

    private Optional<BoxPiece> piece() {
        return pieces.stream().filter(it -> it.sku().equals(value(PIECE))).findFirst();
    }

    private Optional<Integer> count() {
        return TypedNumber.count(value(PIECES)).filter(it -> it > 0);
    }

    private Optional<LossGround> ground() {
        return LossGround.of(value(GROUND));
    }

    List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        if (piece().isEmpty()) {
            found.add(Problem.of(PIECE, "counter.loss.piece.unanswered"));
        }
        if (count().isEmpty()) {
            found.add(Problem.of(PIECES, "counter.loss.pieces.unreadable"));
        }
        if (ground().isEmpty()) {
            found.add(Problem.of(GROUND, "counter.loss.ground.unanswered"));
        }
        return found;
    }

    /** Of a form without problems. */
    Loss loss(Bazaar bazaar, String by, Instant at) {
        BoxPiece piece = piece().orElseThrow();
        StockLine line = new StockLine(piece.variant(), count().orElseThrow());
        return new Loss(
                CounterPages.form(typed),
                bazaar.id(),
                new BoxLine(piece, line),
                ground().orElseThrow(),
                by,
                at);
    }
}
