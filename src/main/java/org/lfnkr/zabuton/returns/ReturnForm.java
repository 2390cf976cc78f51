package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.ReturnCause;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The form in which a buyer asks to give something back, as it was typed.
 *
 * @param problems none where everything was understood and is possible
 */
record ReturnForm(ReturnOffer offer, Map<String, String> typed, List<Problem> problems) {

    static final String CAUSE = "cause";
    static final String WISH = "wish";
    private static final String EXCHANGE = "exchange";
    private static final String MONEY = "money";
    private static final String ID = "id";

    ReturnForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static ReturnForm fresh(ReturnOffer offer, Map<String, String> typed) {
        return new ReturnForm(offer, typed, List.of());
    }

    static ReturnForm sent(ReturnOffer offer, Map<String, String> typed) {
        ReturnForm form = fresh(offer, typed);
        return new ReturnForm(offer, typed, ReturnComplaints.about(form));
    }

    /** As the page shows it. */
    Form form() {
        Map<String, String> values = new HashMap<>(typed);
        values.putIfAbsent(ID, UUID.randomUUID().toString());
        values.putIfAbsent(WISH, MONEY);
        return new Form(values, problems);
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** Each form of each order has its own, so that no forged form meets another's return. */
    UUID id(OrderId order) {
        UUID form = Slice.id(typed.getOrDefault(ID, ""));
        String name = "return/" + order.value() + "/" + form;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Optional<ReturnCause> cause() {
        return ReturnCause.of(typed.getOrDefault(CAUSE, ""));
    }

    /** Whether the same is wanted again; where nothing is said, its money. */
    boolean exchange() {
        return typed.getOrDefault(WISH, "").equals(EXCHANGE);
    }

    /** Whether something else is said than can be wished for. */
    boolean wishesUnknown() {
        return !List.of(MONEY, EXCHANGE).contains(typed.getOrDefault(WISH, MONEY));
    }

    /** The same, where the shelf has not enough to exchange it. */
    ReturnForm noneLeft() {
        return new ReturnForm(offer, typed, List.of(Problem.of(WISH, "returns.wish.none-left")));
    }

    /** What is understood of it; asked only where nothing is wrong. */
    List<ParcelLine> pieces() {
        return offer.open().stream()
                .flatMap(
                        line ->
                                count(line)
                                        .filter(count -> count > 0)
                                        .map(it -> new ParcelLine(line.line().variant(), it))
                                        .stream())
                .toList();
    }

    /** Nothing typed is none of it; empty where it is no number. */
    Optional<Integer> count(ReturnOffer.Line line) {
        String text = Typed.line(typed.getOrDefault(line.field(), ""));
        return text.isEmpty() ? Optional.of(0) : TypedNumber.count(text);
    }
}
