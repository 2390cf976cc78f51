package org.lfnkr.zabuton.orders.owndata;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderParcels;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Obstacle;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;

/** Orders whose buyer has to be reachable: until the parcel is there and the money settled. */
@Component
class OrderObstacles {

    private final OrderStore store;
    private final OrderStandings standings;
    private final Timings timings;
    private final Clock clock;

    OrderObstacles(OrderStore store, OrderStandings standings, Timings timings, Clock clock) {
        this.store = store;
        this.standings = standings;
        this.timings = timings;
        this.clock = clock;
    }

    Flux<Obstacle> of(Member member) {
        return store.of(member.subjects())
                .filterWhen(this::needsItsBuyer)
                .map(order -> new Obstacle("orders.data.obstacle", order.reference()));
    }

    private Mono<Boolean> needsItsBuyer(Order order) {
        return Mono.zip(standings.of(order), standings.parcels(order), timings.of(order.id()))
                .map(
                        all ->
                                all.getT1().hasLeft()
                                        ? isOnItsWay(order, all.getT2(), all.getT3())
                                        : !all.getT1().next().isEmpty());
    }

    /** That it has arrived nobody tells us. */
    private boolean isOnItsWay(Order order, OrderParcels parcels, Timing timing) {
        LocalDate today = BusinessDate.of(clock.instant());
        return parcels.parcels().stream()
                .map(parcel -> timing.arrival(parcel.sentAt(), order.maxDays()))
                .anyMatch(last -> !today.isAfter(last));
    }
}
