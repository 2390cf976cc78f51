package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.pieces.PieceFate;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form in which staff say what goes back, as it was typed.
 *
 * @param problems none where everything was understood and is possible
 */
record RefundForm(RefundCase known, Map<String, String> typed, List<Problem> problems) {

    static final String ID = "id";
    static final String SHIPPING = "shipping";
    static final String GIFT = "gift";
    static final String GOODWILL = "goodwill";
    static final String REASON = "reason";
    static final String NOTE = "note";
    static final int NOTE_MOST = 120;

    private static final Pattern FIELDS =
            Pattern.compile("id|shipping|gift|goodwill|reason|note|(pieces|fate)-[0-9a-f-]{36}");

    RefundForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    /** Nothing goes back yet. */
    static RefundForm fresh(RefundCase known, Map<String, String> suggested) {
        return new RefundForm(known, suggested, List.of());
    }

    /** With what came back with a return, of which it is known what became. */
    static RefundForm begun(RefundCase known) {
        Map<String, String> suggested = new HashMap<>();
        known.lines().stream()
                .filter(line -> known.returned(line) > 0)
                .forEach(
                        line -> {
                            suggested.put(piecesOf(line), "" + known.returned(line));
                            suggested.put(fateOf(line), PieceFate.RETURNED.code());
                            suggested.put(REASON, known.back().reason());
                        });
        return fresh(known, suggested);
    }

    static RefundForm sent(RefundCase known, Map<String, String> typed) {
        RefundForm form = new RefundForm(known, typed, List.of());
        return new RefundForm(known, typed, RefundComplaints.about(form));
    }

    /** What of all that was sent is kept until somebody decides: its own fields, none too long. */
    static Map<String, String> kept(Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(it -> FIELDS.matcher(it.getKey()).matches())
                .filter(it -> it.getValue().length() <= NOTE_MOST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String piecesOf(SoldLine line) {
        return "pieces-" + line.variant().value();
    }

    static String fateOf(SoldLine line) {
        return "fate-" + line.variant().value();
    }

    /** As the page shows it. */
    Form form() {
        Map<String, String> values = new HashMap<>(typed);
        values.putIfAbsent(ID, UUID.randomUUID().toString());
        return new Form(values, problems);
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** What is understood of it; asked only where nothing is wrong. */
    RefundWish wish() {
        return new RefundWish(
                id(),
                lines(),
                sum(SHIPPING).orElse(Money.ZERO),
                sum(GIFT).orElse(Money.ZERO),
                sum(GOODWILL).orElse(Money.ZERO),
                reason().orElse(RefundReason.OTHER),
                note());
    }

    /** One that is none comes from no form of ours, and can be no second time. */
    private UUID id() {
        try {
            return UUID.fromString(value(ID));
        } catch (IllegalArgumentException noId) {
            return UUID.randomUUID();
        }
    }

    List<RefundedLine> lines() {
        List<SoldLine> all = known.lines();
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(place -> line(all.get(place), place))
                .toList();
    }

    private Stream<RefundedLine> line(SoldLine line, int place) {
        return pieces(line)
                .filter(count -> count > 0)
                .flatMap(
                        count -> fate(line).map(fate -> new RefundedLine(line, place, count, fate)))
                .stream();
    }

    /** Nothing typed is none of it; empty where it is no number. */
    Optional<Integer> pieces(SoldLine line) {
        String text = Typed.line(value(piecesOf(line)));
        return text.isEmpty() ? Optional.of(0) : TypedNumber.count(text);
    }

    Optional<PieceFate> fate(SoldLine line) {
        return Arrays.stream(PieceFate.values())
                .filter(fate -> fate.code().equals(value(fateOf(line))))
                .findFirst();
    }

    /** Nothing typed is nothing; empty where it is no sum. */
    Optional<Money> sum(String field) {
        String text = Typed.line(value(field));
        return text.isEmpty() ? Optional.of(Money.ZERO) : TypedNumber.sum(text);
    }

    Optional<RefundReason> reason() {
        return Arrays.stream(RefundReason.values())
                .filter(reason -> reason.code().equals(value(REASON)))
                .findFirst();
    }

    String note() {
        return Typed.line(value(NOTE));
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
