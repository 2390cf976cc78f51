package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;

@ModuleTest
class WebhookPageTests {

    @Autowired DatabaseClient database;
    @Autowired MovableClock clock;
    @Autowired StripeSimulator stripe;
    @Autowired MeterRegistry meters;
    @LocalServerPort int port;

    private final String event = "evt_" + UUID.randomUUID().toString().replace("-", "");
    private WebClient web = WebClient.create();

    @BeforeEach
    void connect() {
        clock.reset();
        web = WebClient.create("http://localhost:" + port);
    }

    private String body(String type, boolean live) {
        return """
        {"id":"%s","object":"event","type":"%s","created":1775001600,"livemode":%s,
         "data":{"object":{"id":"cs_test_none","object":"checkout.session",
           "customer_details":{"email":"supporter@example.org","name":"髙橋"}}}}
        """
                .formatted(event, type, live);
    }

    private String completed() {
        return body("checkout.session.completed", false);
    }

    private String signature(String body) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    body, stripe.webhookSecret(), clock.instant().getEpochSecond());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mono<Integer> call(String body, String signature) {
        return status(
                web.post()
                        .uri(StripeWebhookController.PATH)
                        .header("Stripe-Signature", signature)
                        .bodyValue(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Mono<Integer> status(RequestHeadersSpec<?> request) {
        return request.exchangeToMono(
                answer -> answer.releaseBody().thenReturn(answer.statusCode().value()));
    }

    private static int now(Mono<Integer> status) {
        return Await.value(status);
    }

    private int post(String body) {
        return now(call(body, signature(body)));
    }

    private long stored() {
        return Await.value(
                database.sql("select count(*) from payments.inbox where event_id = :id")
                        .bind("id", event)
                        .mapValue(Long.class)
                        .one());
    }

    @Test
    void notesAnEventOnceHoweverOftenItComes() {
        assertThat(post(completed())).isEqualTo(200);
        assertThat(post(completed())).isEqualTo(200);

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void notesAnEventOnceThatComesTwiceAtOnce() {
        String body = completed();

        assertThat(Flux.range(0, 8).flatMap(call -> call(body, signature(body))).toStream())
                .containsOnly(200);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void keepsNoNameAndNoMailAddress() {
        post(completed());

        String row =
                Await.value(
                        database.sql(
                                        "select cast(to_jsonb(i) as text) from payments.inbox i"
                                                + " where event_id = :id")
                                .bind("id", event)
                                .mapValue(String.class)
                                .one());
        assertThat(row).contains("cs_test_none").doesNotContain("supporter").doesNotContain("髙橋");
    }

    @Test
    void refusesABodyThatWasChanged() {
        String signature = signature(completed());

        assertThat(now(call(completed().replace("cs_test", "cs_live"), signature))).isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=abc,v1=1", "t,v1", "t=1", "nonsense"})
    void refusesAMalformedSignature(String signature) {
        assertThat(now(call(completed(), signature))).isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @Test
    void refusesACallWithoutASignature() {
        Mono<Integer> unsigned =
                status(web.post().uri(StripeWebhookController.PATH).bodyValue(completed()));

        assertThat(now(unsigned)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "",
                "{\"id\":1}",
                "{\"id\":\"evt_1\",\"object\":\"v2.core.event\",\"type\":\"x\"}"
            })
    void refusesWhatIsSignedButNoEvent(String body) {
        assertThat(post(body)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "evt_9"       | "checkout.session.completed" | 99999999999999999    | "cs_9"
                    "evt_9"       | "checkout.session.completed" | -99999999999999999   | "cs_9"
                    "evt_9"       | "checkout.session.completed" | 99999999999999999999 | "cs_9"
                    "evt_9"       | "checkout.session.completed" | 253402300800         | "cs_9"
                    "evt_9"       | "checkout.session.completed" | 1e400                | "cs_9"
                    "evt_\\u0000" | "checkout.session.completed" | 1775001600           | "cs_9"
                    "evt_\\ud800" | "checkout.session.completed" | 1775001600           | "cs_9"
                    ""            | "checkout.session.completed" | 1775001600           | "cs_9"
                    "evt_9"       | "checkout.session.\\u0000"   | 1775001600           | "cs_9"
                    "evt_9"       | "checkout.session.completed" | 1775001600           | "c\\u0000"
                    "evt_9"       | "checkout.session.completed" | 1775001600           | 7
                    """)
    void refusesWhatIsSignedAndCannotBeKept(String id, String type, String created, String object) {
        String body =
                """
                {"id":%s,"object":"event","type":%s,"created":%s,"livemode":false,
                 "data":{"object":{"id":%s}}}
                """
                        .formatted(id, type, created, object);

        assertThat(post(body)).isEqualTo(400);
    }

    @Test
    void refusesAReplayAfterFiveMinutes() {
        String body = completed();
        String signature = signature(body);
        clock.advance(Duration.ofSeconds(302));

        assertThat(now(call(body, signature))).isEqualTo(400);
        clock.reset();
    }

    @Test
    void answersUnknownKindsIgnoresAndCountsThem() {
        double before = ignored("type");

        assertThat(post(body("customer.created", false))).isEqualTo(200);

        assertThat(stored()).isZero();
        assertThat(ignored("type")).isEqualTo(before + 1);
    }

    private double ignored(String reason) {
        return meters.counter("zabuton.payments.webhook.ignored", "reason", reason).count();
    }

    @Test
    void ignoresLiveEventsWhereTestOnesAreTaken() {
        double before = ignored("mode");

        assertThat(post(body("checkout.session.completed", true))).isEqualTo(200);

        assertThat(stored()).isZero();
        assertThat(ignored("mode")).isEqualTo(before + 1);
    }

    @Test
    void refusesABodyOverTheLimitBeforeReadingItAll() {
        String body = completed() + " ".repeat(256 * 1024);

        assertThat(post(body)).isEqualTo(413);
        assertThat(stored()).isZero();
    }

    @Test
    void refusesAnEndlessBodyOfUnknownLength() {
        byte[] chunk = " ".repeat(16 * 1024).getBytes(StandardCharsets.UTF_8);
        Flux<DataBuffer> endless =
                Flux.range(0, 100).map(part -> DefaultDataBufferFactory.sharedInstance.wrap(chunk));

        int status =
                now(
                        status(
                                web.post()
                                        .uri(StripeWebhookController.PATH)
                                        .header("Stripe-Signature", "t=1,v1=1")
                                        .body(BodyInserters.fromDataBuffers(endless))));

        assertThat(status).isEqualTo(413);
    }

    @Test
    void isOpenForPostOnly() {
        assertThat(now(status(web.get().uri(StripeWebhookController.PATH)))).isIn(404, 405);
    }
}
