package org.lfnkr.zabuton.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.server.Crowd;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While all places are taken, who comes is told to come back. */
@PageCacheTest
class BusyPageTests {

    private static final String PAGE = "/ja/me?from=here";

    /** All that a node has where nothing else is set. */
    private static final int PLACES = 32;

    @Autowired Crowd crowd;
    @Autowired BusyPage busy;
    @Autowired PageMaker maker;
    @Autowired MeterRegistry meters;
    @Autowired Messages messages;
    @LocalServerPort int port;

    private final Disposable.Composite inside = Disposables.composite();
    private WebTestClient browser;

    @BeforeEach
    void crowded() throws InterruptedException {
        browser = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
        Await.done(busy.make(maker));
        CountDownLatch entered = new CountDownLatch(PLACES);
        for (int place = 0; place < PLACES; place++) {
            inside.add(enters(entered).subscribe());
        }
        assertThat(entered.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** A page that is just made for everybody has a place too: its place is waited for. */
    private Mono<Void> enters(CountDownLatch entered) {
        return Mono.defer(
                        () ->
                                crowd.filter(
                                        MockServerWebExchange.from(
                                                MockServerHttpRequest.get("/ja/me")),
                                        page -> {
                                            entered.countDown();
                                            return Mono.never();
                                        }))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(10)));
    }

    @AfterEach
    void calm() {
        inside.dispose();
    }

    private EntityExchangeResult<String> turnedAway(WebTestClient.RequestHeadersSpec<?> request) {
        return request.exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .exists("Content-Security-Policy")
                .expectBody(String.class)
                .returnResult();
    }

    private double outOfMemory() {
        return meters.get("zabuton.pages.answers").tag("how", "turned-away").counter().count();
    }

    private String text(String name, Language language) {
        return messages.text("web.error.crowded." + name, language);
    }

    @Test
    void whoFindsNoPlaceIsToldToComeBackInTheirLanguage() {
        double before = outOfMemory();

        assertThat(turnedAway(browser.get().uri(PAGE)).getResponseBody())
                .contains(text("title", Language.JA), "<html lang=\"ja\"")
                .doesNotContain("class=\"reference\"")
                .doesNotContain(text("again", Language.JA));

        assertThat(outOfMemory()).isEqualTo(before + 1);
        inside.dispose();
        browser.get().uri(PAGE).exchange().expectStatus().is3xxRedirection();
    }

    @Test
    void whoeverSentAFormGetsItBack() {
        WebTestClient.RequestHeadersSpec<?> form =
                browser.post()
                        .uri("/en/sign-in")
                        .header("Sec-Fetch-Site", "same-origin")
                        .body(BodyInserters.fromFormData("email", "some@example.org"));

        assertThat(turnedAway(form).getResponseBody())
                .contains(
                        text("title", Language.EN),
                        text("again", Language.EN),
                        "action=\"/en/sign-in\"",
                        "value=\"some@example.org\"");
    }
}
