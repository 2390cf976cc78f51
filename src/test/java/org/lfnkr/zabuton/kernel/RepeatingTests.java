package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcRollbackException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.reactive.TransactionContextManager;

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.util.concurrent.atomic.AtomicInteger;

class RepeatingTests {

    private final AtomicInteger runs = new AtomicInteger();

    /** Fails that many times; the exception is inside of Spring's, as stores throw it. */
    private Mono<String> failing(int times, R2dbcException failure) {
        return Mono.fromSupplier(runs::incrementAndGet)
                .flatMap(
                        run ->
                                run > times
                                        ? Mono.just("done")
                                        : Mono.error(
                                                new PessimisticLockingFailureException(
                                                        "ended", failure)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void runsATransactionAgainThatWasEndedForAnother(String state) {
        Repeating.repeated(failing(2, new R2dbcRollbackException("ended", state)))
                .as(StepVerifier::create)
                .expectNext("done")
                .verifyComplete();

        assertThat(runs).hasValue(3);
    }

    @Test
    void givesUpAfterAFewTimes() {
        Repeating.repeated(failing(99, new R2dbcRollbackException("ended", "40001")))
                .as(StepVerifier::create)
                .verifyError(PessimisticLockingFailureException.class);

        assertThat(runs).hasValue(5);
    }

    @Test
    void repeatsNothingElse() {
        Repeating.repeated(failing(1, new R2dbcBadGrammarException("wrong", "42601")))
                .as(StepVerifier::create)
                .verifyError(PessimisticLockingFailureException.class);

        assertThat(runs).hasValue(1);
    }

    /** Its transaction is gone: only the outermost call can begin another. */
    @Test
    void repeatsNoPartOfATransaction() {
        Repeating.repeated(failing(1, new R2dbcRollbackException("ended", "40P01")))
                .contextWrite(TransactionContextManager.getOrCreateContext())
                .contextWrite(TransactionContextManager.getOrCreateContextHolder())
                .as(StepVerifier::create)
                .verifyError(PessimisticLockingFailureException.class);

        assertThat(runs).hasValue(1);
    }
}
