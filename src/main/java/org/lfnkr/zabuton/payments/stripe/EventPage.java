package org.lfnkr.zabuton.payments.stripe;

import com.google.gson.JsonParser;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.param.EventListParams;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page of Stripe's list of events, newest first. */
record EventPage(List<Notice> notices, boolean hasMore) {

    static EventPage read(StripeClient stripe, Instant since, Optional<String> after)
            throws StripeException {
        EventListParams.Builder wanted =
                EventListParams.builder()
                        .setCreated(
                                EventListParams.Created.builder()
                                        .setGte(since.getEpochSecond())
                                        .build())
                        .addAllType(List.copyOf(Notice.SWEPT))
                        .setLimit(100L);
        after.ifPresent(wanted::setStartingAfter);
        StripeCollection<Event> events = stripe.v1().events().list(wanted.build());
        return new EventPage(
                events.getData().stream().map(EventPage::notice).toList(),
                Boolean.TRUE.equals(events.getHasMore()));
    }

    /** The typed object is missing whenever the event was made by another release of the API. */
    private static Notice notice(Event event) {
        String object =
                JsonParser.parseString(event.getDataObjectDeserializer().getRawJson())
                        .getAsJsonObject()
                        .get("id")
                        .getAsString();
        return new Notice(
                event.getId(),
                event.getType(),
                object,
                Instant.ofEpochSecond(event.getCreated()),
                event.getLivemode());
    }

    Optional<String> last() {
        return hasMore && !notices.isEmpty()
                ? Optional.of(notices.getLast().eventId())
                : Optional.empty();
    }
}
