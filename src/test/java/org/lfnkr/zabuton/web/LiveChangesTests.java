package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class LiveChangesTests {

    private final AtomicReference<String> version = new AtomicReference<>("seen");

    /**
     * Only theirs: the time of all schedulers belongs to the tests that run beside this one too.
     */
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

    private final LiveChanges live = new LiveChanges(time);

    private Runnable pass(Duration passing) {
        return () -> time.advanceTimeBy(passing);
    }

    @Test
    void saysSomethingAtOnceAndWithinTheMinuteAfterWhichProxiesClose() {
        StepVerifier.create(live.of("seen", Flux.never(), Mono.fromSupplier(version::get)))
                .then(pass(Duration.ZERO))
                .assertNext(LiveChangesTests::isBeat)
                .then(pass(Duration.ofSeconds(59)))
                .assertNext(LiveChangesTests::isBeat)
                .assertNext(LiveChangesTests::isBeat)
                .assertNext(LiveChangesTests::isBeat)
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void tellsAChangeOnce() {
        StepVerifier.create(
                        live.of("seen", Flux.never(), Mono.fromSupplier(version::get))
                                .filter(event -> event.event() != null)
                                .take(Duration.ofSeconds(30), time))
                .then(pass(Duration.ofSeconds(10)))
                .then(() -> version.set("another"))
                .then(pass(Duration.ofSeconds(20)))
                .assertNext(event -> assertThat(event.event()).isEqualTo("changed"))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void looksWhenItIsWokenAndSeldomBySelf() {
        AtomicInteger looks = new AtomicInteger();
        Sinks.Many<Integer> news = Sinks.many().multicast().directBestEffort();
        Mono<String> counted =
                Mono.fromSupplier(version::get).doOnSubscribe(look -> looks.incrementAndGet());
        StepVerifier.create(
                        live.of("seen", news.asFlux(), counted)
                                .filter(event -> event.event() != null))
                .then(pass(Duration.ofSeconds(59)))
                .then(() -> assertThat(looks.get()).isEqualTo(3))
                .then(() -> version.set("another"))
                .then(() -> news.tryEmitNext(1))
                .assertNext(event -> assertThat(event.event()).isEqualTo("changed"))
                .thenCancel()
                .verify(Duration.ofSeconds(20));
        assertThat(looks.get()).isEqualTo(4);
    }

    /** A browser that went away without a word is not served for ever. */
    @Test
    void endsAfterAQuarterOfAnHour() {
        AtomicBoolean ended = new AtomicBoolean();
        StepVerifier.create(
                        live.of("seen", Flux.never(), Mono.fromSupplier(version::get))
                                .then()
                                .doOnTerminate(() -> ended.set(true)))
                .then(pass(Duration.ofSeconds(14 * 60 + 50)))
                .then(() -> assertThat(ended).isFalse())
                .then(pass(Duration.ofSeconds(10)))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void doesNotHoldUpANodeThatStops() {
        LiveChanges changes = new LiveChanges();
        StepVerifier.create(changes.of("seen", Flux.never(), Mono.fromSupplier(version::get)))
                .assertNext(LiveChangesTests::isBeat)
                .then(changes::stop)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    private static void isBeat(ServerSentEvent<String> event) {
        assertThat(event.comment()).isNotNull();
        assertThat(event.event()).isNull();
    }
}
