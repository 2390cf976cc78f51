package org.lfnkr.zabuton.bookkeeping.checks;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.bookkeeping.checks.NightlyCheckStore.Found;
import org.lfnkr.zabuton.desk.Comparison;
import org.lfnkr.zabuton.desk.Comparison.Result;
import org.lfnkr.zabuton.desk.Comparison.State;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What Today says of the books and the banks, as the last night found it. */
@Configuration(proxyBeanMethods = false)
class BookComparisons {

    private static final String BOOKS = "/desk/books";
    private static final String BANK = "/desk/bank/rows";
    private static final Duration STALE = Duration.ofDays(2);

    @Bean
    @Order(10)
    Comparison booksComparison(NightlyCheckStore checks, Clock clock) {
        return new Comparison(
                "bookkeeping.comparison.books",
                Right.SEE_BOOKS,
                BOOKS,
                () ->
                        checks.last()
                                .map(last -> new Result(state(last, clock), last.at()))
                                .defaultIfEmpty(Result.NEVER));
    }

    private static State state(Found last, Clock clock) {
        if (last.isOld(clock.instant())) {
            return State.NOT_COMPARED;
        }
        return last.violations().isEmpty() ? State.AGREES : State.DIFFERS;
    }

    @Bean
    @Order(25)
    Comparison clearingComparison(DatabaseClient database, Clock clock) {
        return new Comparison(
                "bookkeeping.comparison.clearing",
                Right.SEE_BOOKS,
                BANK,
                () -> last(database, "on_its_way", clock));
    }

    @Bean
    @Order(30)
    Comparison bankComparison(DatabaseClient database, Clock clock) {
        return new Comparison(
                "bookkeeping.comparison.bank",
                Right.SEE_BOOKS,
                BANK,
                () -> last(database, "at_bank", clock));
    }

    private static Mono<Result> last(DatabaseClient database, String figure, Clock clock) {
        return database.sql(
                        "select compared_at, on_its_way, at_bank from bookkeeping.bank_comparison")
                .map(row -> result(row, figure, clock.instant()))
                .one()
                .defaultIfEmpty(Result.NEVER);
    }

    private static Result result(Readable row, String figure, Instant now) {
        Instant at = Row.instant(row, "compared_at");
        Money apart = Row.money(row, figure);
        if (at.isBefore(now.minus(STALE))) {
            return new Result(State.NOT_COMPARED, at);
        }
        return new Result(apart.isZero() ? State.AGREES : State.DIFFERS, at, apart);
    }
}
