package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.closing.Obstacle;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/**
 * What Today says of refunds that did not reach their payers, and what of refunds stands in the way
 * of closing a month.
 */
@Configuration(proxyBeanMethods = false)
class BookkeepingConcerns {

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
}
