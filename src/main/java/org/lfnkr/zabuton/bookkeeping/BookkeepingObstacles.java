package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.bookkeeping.NightlyCheckStore.Found;
import org.lfnkr.zabuton.closing.Obstacle;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** What of the books stands in the way of closing a month. */
@Configuration(proxyBeanMethods = false)
class BookkeepingObstacles {

    private static final String UNRETURNED =
            """
            select count(*) as count, cast(coalesce(sum(yen), 0) as bigint) as yen
            from (select sum(held) as yen from bookkeeping.movement where held <> 0 group by payment) as held
            where yen > 0
            """;

    private static final String UNSAID =
            """
            select count(*) as count, cast(coalesce(sum(abs(yen)), 0) as bigint) as yen
            from bookkeeping.unsaid where asked
            """;

    /** Money of payers that a refund has not brought to them. */
    @Bean
    @Order(25)
    Obstacle unreturnedMoneyObstacle(DatabaseClient database) {
        return Obstacle.waivable(
                "unreturned", "/desk/refunds#unreturned", until -> found(database.sql(UNRETURNED)));
    }

    @Bean
    @Order(30)
    Obstacle unsaidRefundsObstacle(DatabaseClient database) {
        return Obstacle.waivable(
                "unsaid", "/desk/refunds#unsaid", until -> found(database.sql(UNSAID)));
    }

    private static Mono<Obstacle.Found> found(DatabaseClient.GenericExecuteSpec question) {
        return question.map(row -> Obstacle.Found.of(row)).one();
    }

    /** A month is not kept for ever before a night has found that all of it agrees. */
    @Bean
    @Order(70)
    Obstacle nightlyCheckObstacle(NightlyCheckStore checks) {
        return Obstacle.strict(
                "checks",
                "/desk/books",
                until ->
                        checks.last()
                                .map(last -> wrong(last, until))
                                .defaultIfEmpty(1L)
                                .map(count -> new Obstacle.Found(count, null)));
    }

    private static long wrong(Found last, LocalDate until) {
        return BusinessDate.of(last.at()).isAfter(until) ? last.violations().size() : 1;
    }
}
