package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.function.Supplier;

/** What Today says of returns. */
@Configuration(proxyBeanMethods = false)
class ReturnConcerns {

    private final ReturnListStore store;
    private final Clock clock;

    ReturnConcerns(ReturnListStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Bean
    @Order(25)
    Concern returnsToAnswerConcern() {
        return task("asked", Role.SHOP);
    }

    @Bean
    @Order(26)
    Concern returnsToCheckConcern() {
        return task("arrived", Role.FULFILMENT, Role.SHOP);
    }

    @Bean
    @Order(27)
    Concern returnsToRefundConcern() {
        return task("checked", Role.SHOP, Role.FINANCE);
    }

    private Concern task(String state, Role... owners) {
        return Concern.task(
                "returns.concern." + state,
                Right.SEE_RETURNED_PIECES,
                "/desk/returns?state=" + state,
                tally(state),
                owners);
    }

    @Bean
    @Order(25)
    Concern lateReturnsConcern() {
        return Concern.warning(
                "returns.concern.late",
                Right.SEE_RETURNED_PIECES,
                "/desk/returns?state=late",
                tally("late"),
                Role.SHOP,
                Role.FULFILMENT);
    }

    private Supplier<Mono<Tally>> tally(String state) {
        return () -> store.tally(ReturnFilter.of(state, clock.instant()));
    }
}
