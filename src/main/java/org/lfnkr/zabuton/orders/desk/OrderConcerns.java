package org.lfnkr.zabuton.orders.desk;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** What Today says of orders. */
@Configuration(proxyBeanMethods = false)
class OrderConcerns {

    @Bean
    @Order(10)
    Concern newOrdersConcern(OrderTallies tallies, Clock clock) {
        return new Concern(
                "orders.concern.new",
                false,
                Right.SEE_ORDERS,
                Set.of(Role.SHOP),
                () -> "/desk/orders?state=paid&from=" + yesterday(clock),
                () -> tallies.paid(yesterday(clock)));
    }

    /** Whoever has not paid by the evening may want to hear how. */
    @Bean
    @Order(15)
    Concern endingCodesConcern(OrderTallies tallies, Clock clock) {
        return new Concern(
                "orders.concern.ending",
                false,
                Right.SEE_ORDERS,
                Set.of(Role.SHOP),
                () -> "/desk/orders?ends=" + today(clock),
                () -> tallies.ending(today(clock)));
    }

    private static LocalDate today(Clock clock) {
        return BusinessDate.of(clock.instant());
    }

    private static LocalDate yesterday(Clock clock) {
        return today(clock).minusDays(1);
    }

    @Bean
    @Order(30)
    Concern piecesToDecideConcern(OrderTallies tallies) {
        return Concern.task(
                "orders.concern.pieces",
                Right.SEE_RETURNED_PIECES,
                "/desk/pieces",
                tallies::pieces,
                Role.FULFILMENT,
                Role.SHOP);
    }

    @Bean
    @Order(10)
    Concern heldOrdersConcern(OrderTallies tallies) {
        return Concern.warning(
                "orders.concern.held",
                Right.SEE_ORDERS,
                "/desk/orders?state=held",
                tallies::held,
                Role.SHOP,
                Role.FINANCE);
    }

    @Bean
    @Order(15)
    Concern disputedOrdersConcern(OrderTallies tallies) {
        return Concern.warning(
                "orders.concern.disputed",
                Right.SEE_ORDERS,
                "/desk/orders?state=disputed",
                tallies::disputed,
                Role.SHOP,
                Role.FINANCE);
    }
}
