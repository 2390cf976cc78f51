package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.bookkeeping.NightlyCheckStore.Found;
import org.lfnkr.zabuton.desk.Comparison;
import org.lfnkr.zabuton.desk.Comparison.Result;
import org.lfnkr.zabuton.desk.Comparison.State;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import java.time.Clock;

/** What Today says of the books. */
@Configuration(proxyBeanMethods = false)
class BookkeepingConcerns {

    private static final String BOOKS = "/desk/books";

    @Bean
    @Order(20)
    Concern failedRefundsConcern(DeskBooksStore books) {
        return Concern.warning(
                "bookkeeping.concern.refunds",
                Right.SEE_FAILED_REFUNDS,
                "/desk/refunds#unreturned",
                books::tally,
                Role.FINANCE,
                Role.SHOP);
    }

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
}
