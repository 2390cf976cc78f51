package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.kernel.Seen;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The forms of a piece's page, as they were sent. */
record PieceForm(Map<String, String> typed) {

    static final String CHANGE = "change";
    static final String QUANTITY = "quantity";
    static final String FORM = "form";
    static final String LOW_AT = "lowAt";

    /** More than a shelf of ours ever held; what is larger was mistyped. */
    static final int MOST = 9_999;

    PieceForm {
        typed = Map.copyOf(typed);
    }

    Optional<Change> change() {
        return Change.of(value(CHANGE));
    }

    Optional<Integer> quantity() {
        return TypedNumber.count(value(QUANTITY)).filter(it -> it > 0 && it <= MOST);
    }

    /** One that is none comes from no form of ours, and can be no second time. */
    UUID id() {
        UUID id = Slice.id(value(FORM));
        return id.equals(new UUID(0, 0)) ? UUID.randomUUID() : id;
    }

    /** Nothing typed is no line; empty where it can't be read. */
    Optional<Integer> lowAt() {
        return Typed.line(value(LOW_AT)).isEmpty()
                ? Optional.of(0)
                : TypedNumber.count(value(LOW_AT)).filter(it -> it <= MOST);
    }

    /** Where somebody else has drawn the line since the page was opened; none otherwise. */
    List<Problem> lineProblems(StockPiece piece) {
        return Seen.isOver(Seen.in(typed), line(piece))
                ? List.of(
                        Problem.of(
                                LOW_AT,
                                "stock.low-at.changed",
                                Objects.requireNonNullElse(piece.lowAt(), 0)))
                : List.of();
    }

    private static Map<String, String> line(StockPiece piece) {
        return Map.of(LOW_AT, Objects.toString(piece.lowAt(), ""));
    }

    /** Of a form that nothing is wrong with. */
    Note note(StockPiece piece, String actor) {
        return new Note(
                piece.variant(), change().orElseThrow(), quantity().orElseThrow(), id(), actor);
    }

    /** What is wrong with a note. */
    List<Problem> noteProblems() {
        List<Problem> found = new ArrayList<>();
        if (change().isEmpty()) {
            found.add(Problem.of(CHANGE, "stock.change.unanswered"));
        }
        if (quantity().isEmpty()) {
            found.add(Problem.of(QUANTITY, "stock.quantity.unreadable", MOST));
        }
        return found;
    }

    /** As the page shows it, with what is wrong. */
    Form shown(StockPiece piece, List<Problem> problems) {
        Map<String, String> values = new HashMap<>();
        values.put(FORM, UUID.randomUUID().toString());
        values.putAll(line(piece));
        values.putAll(typed);
        values.put(Seen.FIELD, Seen.of(line(piece)));
        return new Form(values, problems);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
