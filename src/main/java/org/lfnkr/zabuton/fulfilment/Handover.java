package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.SoldLine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What becomes of the wish to send a parcel. */
sealed interface Handover {

    /** It is noted as sent. */
    record Sent() implements Handover {}

    /** The same form had noted it before, and nothing has happened. */
    record Before() implements Handover {}

    /** Nothing of this order may be sent as its money stands, or nothing is left of it. */
    record Stopped() implements Handover {}

    /** The parcel would be empty. */
    record Empty() implements Handover {}

    /** Of some lines fewer are left than it should hold; somebody else may have sent some. */
    record TooMany() implements Handover {}

    /**
     * @param story of the order, which nobody else changes meanwhile
     */
    static Handover decide(OrderStory story, SendParcel wish) {
        if (story.parcels().parcels().stream().anyMatch(it -> it.id().equals(wish.parcel()))) {
            return new Before();
        }
        if (!story.standing().maySend()) {
            return new Stopped();
        }
        if (wish.lines().isEmpty()) {
            return new Empty();
        }
        return isLeft(story, wish.lines()) ? new Sent() : new TooMany();
    }

    private static boolean isLeft(OrderStory story, List<ParcelLine> wanted) {
        Map<Object, Integer> left =
                story.lines().stream()
                        .collect(Collectors.toMap(SoldLine::variant, story.parcels()::left));
        return wanted.stream()
                .collect(
                        Collectors.groupingBy(
                                ParcelLine::variant, Collectors.summingInt(ParcelLine::quantity)))
                .entrySet()
                .stream()
                .allMatch(line -> line.getValue() <= left.getOrDefault(line.getKey(), 0));
    }
}
