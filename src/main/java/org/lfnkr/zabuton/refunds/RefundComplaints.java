package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.pieces.PieceFate;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what is wrong with what somebody wants to give back. */
final class RefundComplaints {

    /** A mail address, a phone number, a postal code, by which a person could be known. */
    private static final Pattern PERSONAL = Pattern.compile("[@＠]|(\\p{Nd}[-－ー ]?){7,}");

    private final RefundForm form;
    private final RefundCase known;

    private RefundComplaints(RefundForm form) {
        this.form = form;
        this.known = form.known();
    }

    /** In the order of the page. */
    static List<Problem> about(RefundForm form) {
        RefundComplaints complaints = new RefundComplaints(form);
        List<Problem> each = complaints.each().collect(Collectors.toList());
        return each.isEmpty() ? complaints.whole().toList() : each;
    }

    private Stream<Problem> each() {
        return Stream.of(
                        known.lines().stream().flatMap(this::line),
                        sum(RefundForm.SHIPPING, known.shippingLeft()),
                        sum(RefundForm.GIFT, known.giftLeft()),
                        sum(RefundForm.GOODWILL, known.refundable()),
                        reason(),
                        note())
                .flatMap(problems -> problems);
    }

    private Stream<Problem> line(SoldLine line) {
        Optional<Integer> pieces = form.pieces(line);
        String field = RefundForm.piecesOf(line);
        if (pieces.isEmpty()) {
            return Stream.of(Problem.of(field, "refunds.pieces.unreadable"));
        }
        int left = known.left(line);
        if (pieces.get() > left) {
            return Stream.of(Problem.of(field, "refunds.pieces.many", left));
        }
        return pieces.get() == 0 ? Stream.empty() : fate(line, pieces.get());
    }

    /**
     * What is with us was not sent, and what was sent is not with us. Of what came back with a
     * return it was said before.
     */
    private Stream<Problem> fate(SoldLine line, int pieces) {
        Optional<PieceFate> fate = form.fate(line);
        String field = RefundForm.fateOf(line);
        if (fate.isEmpty()) {
            return Stream.of(Problem.of(field, "refunds.fate.missing"));
        }
        if (fate.get() == PieceFate.RETURNED) {
            return atMost(field, "refunds.fate.not-returned", pieces, known.returned(line));
        }
        int unsaid = known.left(line) - known.returned(line);
        if (pieces > unsaid) {
            return Stream.of(Problem.of(field, "refunds.fate.said", unsaid));
        }
        boolean here = fate.get() == PieceFate.NOT_SENT;
        int there = here ? known.withUs(line) : known.out(line);
        String key = here ? "refunds.fate.gone" : "refunds.fate.unsent";
        return atMost(field, key, pieces, there);
    }

    private static Stream<Problem> atMost(String field, String key, int pieces, int most) {
        return pieces > most ? Stream.of(Problem.of(field, key, most)) : Stream.empty();
    }

    private Stream<Problem> sum(String field, Money most) {
        Optional<Money> sum = form.sum(field);
        if (sum.isEmpty()) {
            return Stream.of(Problem.of(field, "refunds.sum.unreadable"));
        }
        return sum.get().compareTo(most) > 0
                ? Stream.of(Problem.of(field, "refunds." + field + ".many", yen(most)))
                : Stream.empty();
    }

    private Stream<Problem> reason() {
        return form.reason().isPresent()
                ? Stream.empty()
                : Stream.of(Problem.of(RefundForm.REASON, "refunds.reason.missing"));
    }

    private Stream<Problem> note() {
        String note = form.note();
        if (Typed.length(note) > RefundForm.NOTE_MOST) {
            return Stream.of(
                    Problem.of(RefundForm.NOTE, "refunds.note.long", RefundForm.NOTE_MOST));
        }
        return PERSONAL.matcher(note).find()
                ? Stream.of(Problem.of(RefundForm.NOTE, "refunds.note.personal"))
                : Stream.empty();
    }

    /** Something goes back, and no more than can. */
    private Stream<Problem> whole() {
        RefundWish wish = form.wish();
        Money sum = wish.parts().values().stream().reduce(known.held(), Money::plus);
        if (!sum.isPositive()) {
            return Stream.of(Problem.of(first(), "refunds.nothing"));
        }
        return sum.compareTo(known.refundable()) > 0
                ? Stream.of(
                        Problem.of(
                                wish.goodwill().isPositive() ? RefundForm.GOODWILL : first(),
                                "refunds.much",
                                yen(known.refundable())))
                : Stream.empty();
    }

    private String first() {
        return known.lines().stream()
                .findFirst()
                .map(RefundForm::piecesOf)
                .orElse(RefundForm.SHIPPING);
    }

    private static String yen(Money sum) {
        return "¥%,d".formatted(sum.yen());
    }
}
