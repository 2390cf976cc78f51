package org.lfnkr.zabuton.bookkeeping.balance;

import org.lfnkr.zabuton.closing.Obstacle;
import org.lfnkr.zabuton.closing.Obstacle.Found;
import org.lfnkr.zabuton.desk.Comparison;
import org.lfnkr.zabuton.desk.Comparison.Result;
import org.lfnkr.zabuton.desk.Comparison.State;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.payments.balance.BalanceLines;
import org.lfnkr.zabuton.payments.balance.OpenLines;
import org.lfnkr.zabuton.payments.balance.Payouts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** What Today says of Stripe's balance. */
@Configuration(proxyBeanMethods = false)
class BalanceConcerns {

    @Bean
    Worker lineWorker(Workers workers, LineMatching matching) {
        return workers.of(matching);
    }

    @Bean
    @Order(20)
    Comparison balanceAtStripeComparison(BalanceLines lines, Clock clock) {
        return new Comparison(
                "bookkeeping.comparison.stripe",
                Right.SEE_BOOKS,
                BalanceController.PATH,
                () -> result(lines, clock));
    }

    private static Mono<Result> result(BalanceLines lines, Clock clock) {
        return lines.stated()
                .zipWith(lines.unexplained(), Unexplained::of)
                .map(found -> result(found, clock))
                .defaultIfEmpty(Result.NEVER);
    }

    private static Result result(Unexplained found, Clock clock) {
        return found.isOld(clock.instant())
                ? new Result(State.NOT_COMPARED, found.stated().at())
                : new Result(
                        found.agrees() ? State.AGREES : State.DIFFERS,
                        found.stated().at(),
                        found.yen());
    }

    @Bean
    @Order(22)
    Concern unexplainedLinesConcern(BalanceLines lines) {
        return Concern.warning(
                "bookkeeping.concern.lines",
                Right.SEE_BOOKS,
                BalanceController.PATH,
                () -> lines.unexplained().map(OpenLines::tally),
                Role.FINANCE);
    }

    @Bean
    @Order(10)
    Obstacle unexplainedLinesObstacle(BalanceLines lines) {
        return Obstacle.waivable(
                "lines",
                BalanceController.PATH,
                until -> lines.unexplained().map(open -> Found.of(open.tally())));
    }

    /** What Stripe has not told is not known to be explained. */
    @Bean
    @Order(11)
    Obstacle unreadBalanceObstacle(BalanceLines lines) {
        return Obstacle.waivable(
                "unread",
                BalanceController.PATH,
                until ->
                        lines.stated()
                                .filter(stated -> BusinessDate.of(stated.at()).isAfter(until))
                                .map(stated -> new Found(0, null))
                                .defaultIfEmpty(new Found(1, null)));
    }

    @Bean
    @Order(23)
    Concern failedPayoutsConcern(Payouts payouts) {
        return Concern.warning(
                "bookkeeping.concern.payouts",
                Right.SEE_BOOKS,
                PayoutController.PATH + "?show=back",
                payouts::failed,
                Role.FINANCE);
    }
}
