package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.web.Problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what is wrong with what a buyer wants to give back. */
final class ReturnComplaints {

    private ReturnComplaints() {}

    /** In the order of the page. */
    static List<Problem> about(ReturnForm form) {
        List<ReturnOffer.Line> open = form.offer().open();
        List<Problem> each =
                Stream.of(open.stream().flatMap(line -> about(form, line)), cause(form), wish(form))
                        .flatMap(all -> all)
                        .toList();
        return each.isEmpty() && form.pieces().isEmpty()
                ? List.of(Problem.of(open.getFirst().field(), "returns.nothing"))
                : each;
    }

    private static Stream<Problem> about(ReturnForm form, ReturnOffer.Line line) {
        Optional<Integer> count = form.count(line);
        if (count.isEmpty()) {
            return Stream.of(Problem.of(line.field(), "returns.pieces.unreadable"));
        }
        if (count.get() > line.most()) {
            return Stream.of(Problem.of(line.field(), "returns.pieces.many", line.most()));
        }
        return count.get() > 0 && isKept(form, line)
                ? Stream.of(Problem.of(line.field(), "returns.pieces.made-to-order"))
                : Stream.empty();
    }

    /** What was made for the buyer doesn't come back for a change of mind. */
    private static boolean isKept(ReturnForm form, ReturnOffer.Line line) {
        return line.line().madeToOrder() && form.cause().filter(it -> !it.isOurs()).isPresent();
    }

    /** Exchanged is what we have to answer for, against the same from the shelf. */
    private static Stream<Problem> wish(ReturnForm form) {
        if (form.wishesUnknown()) {
            return Stream.of(Problem.of(ReturnForm.WISH, "returns.wish.unknown"));
        }
        if (!form.exchange()) {
            return Stream.empty();
        }
        if (form.cause().filter(it -> !it.isOurs()).isPresent()) {
            return Stream.of(Problem.of(ReturnForm.WISH, "returns.wish.changed-mind"));
        }
        return form.offer().open().stream()
                .filter(line -> line.line().madeToOrder())
                .filter(line -> form.count(line).filter(count -> count > 0).isPresent())
                .map(line -> Problem.of(ReturnForm.WISH, "returns.wish.made-to-order"))
                .limit(1);
    }

    private static Stream<Problem> cause(ReturnForm form) {
        return form.cause().isPresent()
                ? Stream.empty()
                : Stream.of(Problem.of(ReturnForm.CAUSE, "returns.cause.missing"));
    }
}
