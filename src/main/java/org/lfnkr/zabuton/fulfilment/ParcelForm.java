package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.SoldLine;
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

/**
 * The forms of an order's page at the desk: what a parcel holds and how it goes, and the tracking
 * number of each that went.
 *
 * @param problems none where everything was understood
 */
record ParcelForm(
        OrderStory story,
        List<Carrier> carriers,
        Map<String, String> typed,
        List<Problem> problems) {

    /** Of the form of a parcel, to which what is wrong with all of it leads. */
    static final String PACK = "pack";

    static final String CARRIER = "carrier";
    static final String TRACKING = "tracking";
    private static final String PARCEL = "parcel";
    private static final String NUMBER = "number-";

    /** How many parcels its page showed. */
    private static final String SEEN = "seen";

    ParcelForm {
        carriers = List.copyOf(carriers);
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    /** All that is left goes into the parcel. */
    static ParcelForm fresh(OrderStory story, List<Carrier> carriers) {
        return new ParcelForm(story, carriers, Map.of(), List.of());
    }

    /** What was typed into the form of a parcel, with what is wrong with it. */
    static ParcelForm sent(OrderStory story, List<Carrier> carriers, Map<String, String> typed) {
        ParcelForm form = new ParcelForm(story, carriers, typed, List.of());
        List<Problem> found = form.complaints();
        if (!found.isEmpty() && !form.meanwhile().isEmpty()) {
            found.addFirst(Problem.of(PACK, "fulfilment.overtaken.part"));
        }
        return new ParcelForm(story, carriers, typed, found);
    }

    /**
     * What was typed into the form of a parcel that came too late, with what happened meanwhile.
     * Where nothing is left to send, the number stands beside the parcel that waits for one: it may
     * be the same, noted by somebody else.
     */
    static ParcelForm late(OrderStory story, List<Carrier> carriers, Map<String, String> typed) {
        ParcelForm form = new ParcelForm(story, carriers, typed, List.of());
        Map<String, String> kept = new HashMap<>(typed);
        List<Problem> found = new ArrayList<>(List.of(form.tooLate()));
        if (story.standing().maySend()) {
            found.addAll(form.complaints());
        } else {
            form.unnumbered().ifPresent(it -> kept.put(numberOf(it.id()), form.value(TRACKING)));
        }
        return new ParcelForm(story, carriers, kept, found);
    }

    private Problem tooLate() {
        if (story.standing().maySend()) {
            return Problem.of(PACK, "fulfilment.overtaken.part");
        }
        return story.standing().hasLeft() || !meanwhile().isEmpty()
                ? Problem.late("fulfilment.overtaken.all")
                : Problem.late("fulfilment.overtaken.stopped");
    }

    /** The only one without a number of those that were noted meanwhile. */
    private Optional<Parcel> unnumbered() {
        List<Parcel> waiting =
                meanwhile().stream().filter(it -> it.isOut() && it.tracking() == null).toList();
        return waiting.size() == 1 && !value(TRACKING).isBlank()
                ? Optional.of(waiting.getFirst())
                : Optional.empty();
    }

    /** Parcels that the page of this form did not show yet. */
    private List<Parcel> meanwhile() {
        List<Parcel> all = story.parcels().parcels();
        return all.stream().skip(TypedNumber.count(value(SEEN)).orElse(all.size())).toList();
    }

    /** What was typed as the number of a parcel that went, with what is wrong with it. */
    ParcelForm withNumber(UUID parcel, String number, String problem) {
        String field = numberOf(parcel);
        return new ParcelForm(
                story,
                carriers,
                Map.of(field, number),
                List.of(Problem.of(field, problem, tracking(parcel))));
    }

    /** The number that a parcel has; empty without one. */
    String tracking(UUID parcel) {
        return story.parcels().parcels().stream()
                .filter(it -> it.id().equals(parcel))
                .findAny()
                .map(ParcelForm::number)
                .orElse("");
    }

    static String piecesOf(SoldLine line) {
        return "pieces-" + line.variant().value();
    }

    static String numberOf(UUID parcel) {
        return NUMBER + parcel;
    }

    /** As the page shows it. */
    Form form() {
        Map<String, String> values = new HashMap<>();
        values.put(PARCEL, UUID.randomUUID().toString());
        carriers.stream().findFirst().ifPresent(first -> values.put(CARRIER, first.code()));
        asked().forEach(line -> values.put(piecesOf(line), "" + story.parcels().left(line)));
        story.parcels().parcels().forEach(it -> values.put(numberOf(it.id()), number(it)));
        values.putAll(typed);
        return new Form(values, problems);
    }

    /** Id of the form on the page that holds what was typed. */
    String kept() {
        return typed.keySet().stream()
                .filter(field -> field.startsWith(NUMBER))
                .findAny()
                .map(field -> "numbers-" + field.substring(NUMBER.length()))
                .orElse(story.standing().maySend() ? PACK : "");
    }

    private static String number(Parcel parcel) {
        return Objects.requireNonNullElse(parcel.tracking(), "");
    }

    /** The lines of which something is left. */
    List<SoldLine> lines() {
        return story.lines().stream().filter(line -> story.parcels().left(line) > 0).toList();
    }

    /** The lines that are asked for: also one that was typed and of which nothing is left now. */
    List<SoldLine> asked() {
        return story.lines().stream()
                .filter(line -> story.parcels().left(line) > 0 || !packed(line).isEmpty())
                .toList();
    }

    /**
     * Whether something is to be typed differently. A form that was sent before asks for nothing,
     * whatever is left now, and nor does one whose order has been stopped: what it comes to, its
     * act says.
     */
    boolean needsAnswer() {
        return !problems.isEmpty() && story.standing().maySend() && !isKnown();
    }

    private boolean isKnown() {
        return story.parcels().parcels().stream().anyMatch(it -> it.id().equals(parcel()));
    }

    /** What is understood of it. */
    SendParcel wish() {
        return new SendParcel(
                parcel(),
                story.order().id(),
                lines().stream().flatMap(line -> packed(line).stream()).toList(),
                value(CARRIER),
                TrackingNumber.read(value(TRACKING)).orElse(null));
    }

    /** One that is none comes from no form of ours, and can be no second time. */
    private UUID parcel() {
        try {
            return UUID.fromString(value(PARCEL));
        } catch (IllegalArgumentException noId) {
            return UUID.randomUUID();
        }
    }

    private Optional<ParcelLine> packed(SoldLine line) {
        return count(line)
                .filter(count -> count > 0)
                .map(count -> new ParcelLine(line.variant(), count));
    }

    /** Nothing typed is none of it. */
    private Optional<Integer> count(SoldLine line) {
        String typed = Typed.line(value(piecesOf(line)));
        return typed.isEmpty() ? Optional.of(0) : TypedNumber.count(typed);
    }

    private List<Problem> complaints() {
        List<Problem> found = new ArrayList<>();
        asked().forEach(line -> complaint(line).ifPresent(found::add));
        if (found.isEmpty() && lines().stream().allMatch(line -> packed(line).isEmpty())) {
            lines().stream()
                    .findFirst()
                    .map(line -> Problem.of(piecesOf(line), "fulfilment.pieces.none"))
                    .ifPresent(found::add);
        }
        if (carriers.stream().noneMatch(carrier -> carrier.code().equals(value(CARRIER)))) {
            found.add(Problem.of(CARRIER, "fulfilment.carrier.missing"));
        }
        if (!value(TRACKING).isBlank() && TrackingNumber.read(value(TRACKING)).isEmpty()) {
            found.add(Problem.of(TRACKING, "fulfilment.tracking.unreadable"));
        }
        return found;
    }

    private Optional<Problem> complaint(SoldLine line) {
        int left = story.parcels().left(line);
        return count(line)
                .map(
                        count ->
                                count <= left
                                        ? Optional.<Problem>empty()
                                        : Optional.of(problem(line, "many", left)))
                .orElseGet(() -> Optional.of(problem(line, "unreadable", left)));
    }

    private static Problem problem(SoldLine line, String what, int left) {
        return Problem.of(piecesOf(line), "fulfilment.pieces." + what, left);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
