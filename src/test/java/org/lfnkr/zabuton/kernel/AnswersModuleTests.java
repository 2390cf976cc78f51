package org.lfnkr.zabuton.kernel;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.time.Duration;

@ModuleTest
class AnswersModuleTests {

    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;

    /** More than any operator asks for ahead. */
    @Test
    void eachOfManyRowsIsFollowedOnTheOneConnectionOfATransaction() {
        Flux<Integer> followed =
                database.sql("select generate_series(1, 1000)")
                        .mapValue(Integer.class)
                        .all()
                        .concatMap(this::again)
                        .as(transaction::transactional);

        StepVerifier.create(followed.count())
                .expectNext(1_000L)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    private Mono<Integer> again(int row) {
        return database.sql("select cast(:row as int)")
                .bind("row", row)
                .mapValue(Integer.class)
                .one();
    }
}
