package org.lfnkr.zabuton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.util.Map;
import java.util.UUID;

class SentOnceTests {

    @Test
    void oneFormHasOneId() {
        UUID id = SentOnce.id(Map.of("_csrf", "a", "yen", "800"));

        assertThat(SentOnce.id(Map.of("yen", "800", "_csrf", "a"))).isEqualTo(id);
        assertThat(SentOnce.id(Map.of("_csrf", "a", "yen", "900")))
                .as("Whoever goes back and types something else means something else")
                .isNotEqualTo(id);
        assertThat(SentOnce.id(Map.of("_csrf", "b", "yen", "800")))
                .as("The same typed into another page is meant again")
                .isNotEqualTo(id);
    }

    @Test
    void whatWasMadeBeforeIsGiven() {
        Mono<String> known = Mono.error(() -> new DuplicateKeyException("the id is taken"));

        StepVerifier.create(SentOnce.carryOut(known, Mono.just("before")))
                .expectNext("before")
                .verifyComplete();
    }

    @Test
    void whatFailedForAnotherReasonHasFailed() {
        Mono<String> taken = Mono.error(() -> new DuplicateKeyException("the day is taken"));

        StepVerifier.create(SentOnce.carryOut(taken, Mono.empty()))
                .verifyError(DuplicateKeyException.class);
    }
}
