package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.closing.Obstacle.Found;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.outbox.ParkedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of closing, and what stands in its way by itself. */
@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {

    /** One at a time: the one after it waits for it. */
    @Bean
    @Order(33)
    Concern dueMonthConcern(Periods periods) {
        return Concern.task(
                "closing.concern",
                Right.CLOSE_PERIODS,
                PeriodController.PATH + "#due",
                () -> periods.due().map(ClosingConfiguration::tally).defaultIfEmpty(NOTHING),
                Role.FINANCE);
    }

    @Bean
    @Order(34)
    Concern cashBoxConcern(CashBox box) {
        return Concern.warning(
                "closing.concern.cash",
                Right.SEE_BOOKS,
                CorrectionsController.PATH + "?cash#cash",
                box::missing,
                Role.FINANCE);
    }

    @Bean
    @Order(42)
    Obstacle cashBoxObstacle(CashBox box) {
        return Obstacle.waivable(
                "cash",
                CorrectionsController.PATH + "?cash#cash",
                until -> box.missing(until).map(Found::of));
    }

    private static final Tally NOTHING = new Tally(0, null);

    private static Tally tally(Period due) {
        return new Tally(1, due.last().plusDays(1).atStartOfDay(BusinessDate.TOKYO).toInstant());
    }

    /** What was given up may be an entry that is missing. */
    @Bean
    @Order(60)
    Obstacle parkedWorkObstacle(ParkedWork parked) {
        return Obstacle.waivable("work", "/desk/work", until -> parked.tally().map(Found::of));
    }
}
