package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.BookedRefund;
import org.lfnkr.zabuton.bookkeeping.Part;
import org.lfnkr.zabuton.bookkeeping.RefundParts;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form in which staff say which lines a refund was for: yen of each part, together the refund.
 *
 * @param problems none where everything was understood and adds up
 */
record SaidLines(
        OrderStory story,
        BookedRefund refund,
        RefundParts parts,
        Map<String, String> typed,
        List<Problem> problems) {

    SaidLines {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    /** As the books have it. */
    static SaidLines fresh(OrderStory story, BookedRefund refund, RefundParts parts) {
        Map<String, String> known = new HashMap<>();
        parts.now().forEach((part, yen) -> known.put(field(part), String.valueOf(yen.yen())));
        return new SaidLines(story, refund, parts, known, List.of());
    }

    SaidLines sent(Map<String, String> answers) {
        SaidLines said = new SaidLines(story, refund, parts, answers, List.of());
        return new SaidLines(story, refund, parts, answers, said.complaints());
    }

    static String field(Part part) {
        return part.kind() == Part.Kind.LINE
                ? "line-" + part.line()
                : part.kind().name().toLowerCase(Locale.ROOT);
    }

    /** All that it can be of, in the order of the page. */
    List<Part> all() {
        Stream<Part> lines = IntStream.range(0, story.lines().size()).mapToObj(Part::line);
        return Stream.concat(lines, Stream.of(Part.SHIPPING, Part.GIFT))
                .filter(parts.most()::containsKey)
                .toList();
    }

    /** The name of its field. */
    public String nameOf(Part part) {
        return field(part);
    }

    public Money most(Part part) {
        return parts.most().getOrDefault(part, Money.ZERO).min(refund.amount());
    }

    Form form() {
        return new Form(typed, problems);
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** Yen of each part of which something went back. */
    Map<Part, Money> said() {
        Map<Part, Money> said = new TreeMap<>();
        Stream.concat(all().stream(), Stream.of(Part.GOODWILL))
                .forEach(part -> said.put(part, sum(part).orElse(Money.ZERO)));
        said.values().removeIf(Money::isZero);
        return said;
    }

    /** Whether the books have it so already, because somebody has said it. */
    boolean isKnown() {
        return parts.said() && said().equals(new TreeMap<>(parts.now()));
    }

    private Optional<Money> sum(Part part) {
        String text = Typed.line(typed.getOrDefault(field(part), ""));
        return text.isEmpty() ? Optional.of(Money.ZERO) : TypedNumber.sum(text);
    }

    private List<Problem> complaints() {
        List<Problem> found = new ArrayList<>();
        Stream.concat(all().stream(), Stream.of(Part.GOODWILL))
                .forEach(part -> complaint(part).ifPresent(found::add));
        Money sum = said().values().stream().reduce(Money.ZERO, Money::plus);
        if (found.isEmpty() && !sum.equals(refund.amount())) {
            found.add(
                    Problem.of(
                            field(all().getFirst()),
                            "refunds.lines.sum",
                            yen(sum),
                            yen(refund.amount())));
        }
        return found;
    }

    private Optional<Problem> complaint(Part part) {
        Optional<Money> sum = sum(part);
        if (sum.isEmpty()) {
            return Optional.of(Problem.of(field(part), "refunds.sum.unreadable"));
        }
        Money most = part.equals(Part.GOODWILL) ? refund.amount() : most(part);
        return sum.get().compareTo(most) > 0
                ? Optional.of(Problem.of(field(part), "refunds.lines.many", yen(most)))
                : Optional.empty();
    }

    private static String yen(Money sum) {
        return "¥%,d".formatted(sum.yen());
    }
}
