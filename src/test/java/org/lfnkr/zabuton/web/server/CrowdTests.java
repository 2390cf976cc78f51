package org.lfnkr.zabuton.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.MultiValueMap;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

class CrowdTests {

    private final Crowd crowd = new Crowd(new AtOnce(1, 1), Schedulers.immediate());

    private static MockServerWebExchange get(String path) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(path));
    }

    /** Whose answer takes until they give up. */
    private Disposable busy(String path) {
        return crowd.filter(get(path), inside -> Mono.never()).subscribe();
    }

    private void visit(MockServerWebExchange exchange) {
        crowd.filter(exchange, inside -> Mono.empty()).block();
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsToldAtOnceToComeBack() {
        busy("/en/products");
        MockServerWebExchange late = get("/en/me");

        assertThatThrownBy(() -> visit(late)).isInstanceOf(Crowded.class);

        assertThat(late.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void whoIsAboutToPayFindsAPlaceAmongManyWhoLookAround() {
        busy("/en/products");

        visit(get("/ja/checkout/check"));
        visit(get("/en/orders"));
        visit(get("/ja/gifts"));
        visit(get("/en/me/giving/1"));
        visit(get("/webhooks/stripe"));
    }

    @Test
    void whetherItIsFullIsKnownBeforehand() {
        Disposable other = busy("/en/products");

        assertThat(crowd.isFull("/en/me")).isTrue();
        assertThat(crowd.isFull("/ja/checkout/check")).isFalse();
        assertThat(crowd.isFull("/actuator/health/readiness")).isFalse();

        other.dispose();
        assertThat(crowd.isFull("/en/me")).isFalse();
    }

    @Test
    void aPlaceIsFreeAgainWhoeverLeftIt() {
        busy("/en/products").dispose();
        visit(get("/en/products"));
        assertThatThrownBy(
                        () ->
                                crowd.filter(
                                                get("/en/products"),
                                                inside -> Mono.error(new IllegalStateException()))
                                        .block())
                .isInstanceOf(IllegalStateException.class);

        visit(get("/en/products"));
    }

    /** As a page that stays open to be told of changes. */
    @Test
    void whoseAnswerHasBegunTakesNoPlace() {
        crowd.filter(
                        get("/en/orders/1"),
                        inside -> inside.getResponse().setComplete().then(Mono.never()))
                .subscribe();

        visit(get("/en/orders/2"));
    }

    @Test
    void aFormThatIsNotLetInIsKeptToBeSentAgain() {
        busy("/en/cart");
        MockServerWebExchange form =
                MockServerWebExchange.from(
                        MockServerHttpRequest.post("/en/orders")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body("total=1200&giftAgreed=yes"));

        assertThatThrownBy(() -> visit(form)).isInstanceOf(Crowded.class);

        MultiValueMap<String, String> kept = form.getRequiredAttribute(Crowd.FORM);
        assertThat(kept).isEqualTo(Map.of("total", List.of("1200"), "giftAgreed", List.of("yes")));
    }

    /** Else whoever comes next on that thread would lie unread meanwhile. */
    @Test
    void whoIsInsideIsServedAsideFromTheThreadThatReads() {
        AtomicReference<Thread> served = new AtomicReference<>();

        new Crowd(new AtOnce(1, 1))
                .filter(
                        get("/en/me"),
                        inside -> Mono.fromRunnable(() -> served.set(Thread.currentThread())))
                .block();

        assertThat(served.get()).isNotNull().isNotEqualTo(Thread.currentThread());
    }

    /** They gave up before their turn came. */
    @Test
    void aPlaceIsFreeAgainWhereNothingWasBegun() {
        Crowd crowded = new Crowd(new AtOnce(1, 1), Schedulers.fromExecutor(turn -> {}));
        Disposable waiting = crowded.filter(get("/en/me"), inside -> Mono.never()).subscribe();
        assertThat(crowded.isFull("/en/me")).isTrue();

        waiting.dispose();

        assertThat(crowded.isFull("/en/me")).isFalse();
    }

    @Test
    void whoLooksWhetherTheNodeIsWellIsAlwaysLetIn() {
        busy("/en/products");

        visit(get("/actuator/health/liveness"));
    }
}
