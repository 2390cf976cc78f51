package org.lfnkr.zabuton.payments.stripe;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Notes what Stripe calls about. It acts on nothing: an answer within a moment is all Stripe needs.
 */
@Component
class WebhookInbox {

    private static final Pattern NAME = Pattern.compile("[!-~]{1,255}");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final InboxStore store;
    private final List<String> secrets;
    private final boolean live;
    private final MeterRegistry meters;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    WebhookInbox(InboxStore store, StripeProperties properties, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.secrets = properties.webhookSecrets();
        this.live = properties.live();
        this.meters = meters;
        this.clock = clock;
    }

    /** Whether Stripe sent this; if so it is noted, or ignored as being of no interest. */
    Mono<Boolean> receive(byte[] body, String signature) {
        return WebhookSignature.isValid(body, signature, secrets, clock.instant())
                ? read(body).map(notice -> note(notice).thenReturn(true)).orElse(Mono.just(false))
                : Mono.just(false);
    }

    /** The event is read by hand: the client's types fail on any other release of the API. */
    private Optional<Notice> read(byte[] body) {
        try {
            return notice(json.readTree(body));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Notice> notice(JsonNode event) {
        JsonNode object = event.path("data").path("object").path("id");
        boolean whole =
                "event".equals(event.path("object").asString(""))
                        && isName(event.path("id"))
                        && isName(event.path("type"))
                        && (object.isMissingNode() || isName(object))
                        && isTime(event.path("created"))
                        && event.path("livemode").isBoolean();
        return whole ? Optional.of(notice(event, object.asString(""))) : Optional.empty();
    }

    /**
     * Ids and types of Stripe are plain and at most 255 characters long; the database keeps them.
     */
    private static boolean isName(JsonNode node) {
        return node.isString() && NAME.matcher(node.asString()).matches();
    }

    private static boolean isTime(JsonNode node) {
        return node.isIntegralNumber()
                && node.canConvertToLong()
                && node.asLong() >= 0
                && node.asLong() < LATEST.getEpochSecond();
    }

    private static Notice notice(JsonNode event, String object) {
        return new Notice(
                event.path("id").asString(),
                event.path("type").asString(),
                object,
                Instant.ofEpochSecond(event.path("created").asLong()),
                event.path("livemode").asBoolean());
    }

    private Mono<Void> note(Notice notice) {
        if (notice.live() != live) {
            return ignore("mode");
        }
        if (!notice.isKnown() || notice.objectId().isEmpty()) {
            return ignore("type");
        }
        Duration lag = Duration.between(notice.createdAt(), clock.instant());
        meters.timer("zabuton.payments.webhook.lag").record(lag.isNegative() ? Duration.ZERO : lag);
        return store.add(notice);
    }

    private Mono<Void> ignore(String reason) {
        meters.counter("zabuton.payments.webhook.ignored", "reason", reason).increment();
        return Mono.empty();
    }
}
