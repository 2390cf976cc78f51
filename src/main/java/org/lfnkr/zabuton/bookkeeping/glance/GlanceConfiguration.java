package org.lfnkr.zabuton.bookkeeping.glance;

import org.lfnkr.zabuton.desk.Aside;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.BusinessYears;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/** Shows the books beside the work of the day. */
@Configuration(proxyBeanMethods = false)
class GlanceConfiguration {

    @Bean
    @Order(10)
    Aside glanceAside(GlanceStore store, BusinessYears years, Clock clock) {
        return new Aside(
                Right.SEE_BOOKS,
                Set.of(Role.FINANCE, Role.APPROVER),
                "bookkeeping/glance",
                () -> Mono.defer(() -> glance(store, years, BusinessDate.of(clock.instant()))));
    }

    private static Mono<Object> glance(GlanceStore store, BusinessYears years, LocalDate today) {
        YearMonth begins = years.of(today).begins();
        return Mono.zip(
                store.funds(today.withDayOfMonth(1)),
                store.gifts(begins.minusYears(1).atDay(1)),
                (funds, gifts) -> new Glance(funds, Trend.of(begins, today, gifts)));
    }
}
