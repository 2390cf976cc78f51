package org.lfnkr.zabuton.bookkeeping.glance;

import org.lfnkr.zabuton.desk.Aside;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** Shows the books beside the work of the day. */
@Configuration(proxyBeanMethods = false)
class GlanceConfiguration {

    @Bean
    @Order(10)
    Aside glanceAside(GlanceStore store, Clock clock) {
        return new Aside(
                Right.SEE_BOOKS,
                Set.of(Role.FINANCE, Role.APPROVER),
                "bookkeeping/glance",
                () -> Mono.defer(() -> glance(store, BusinessDate.of(clock.instant()))));
    }

    private static Mono<Object> glance(GlanceStore store, LocalDate today) {
        return Mono.zip(
                store.funds(today.withDayOfMonth(1)),
                store.gifts(Trend.april(today).minusYears(1).atDay(1)),
                (funds, gifts) -> new Glance(funds, Trend.of(today, gifts)));
    }
}
