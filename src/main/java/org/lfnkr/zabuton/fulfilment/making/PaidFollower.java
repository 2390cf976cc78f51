package org.lfnkr.zabuton.fulfilment.making;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderHappened;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Queues what is made to order once it is paid. */
@Component
class PaidFollower implements OutboxHandler<OrderHappened> {

    private final Orders orders;
    private final Timings timings;
    private final MakingStore store;

    PaidFollower(Orders orders, Timings timings, MakingStore store) {
        this.orders = orders;
        this.timings = timings;
        this.store = store;
    }

    @Override
    public String name() {
        return "fulfilment.make";
    }

    @Override
    public Class<OrderHappened> event() {
        return OrderHappened.class;
    }

    @Override
    public Mono<Void> handle(OrderHappened happened) {
        return orders.find(new OrderId(happened.order()))
                .filter(order -> order.paidAt() != null)
                .flatMap(orders::story)
                .flatMap(this::queue);
    }

    private Mono<Void> queue(OrderStory story) {
        List<VariantId> made =
                story.lines().stream()
                        .filter(SoldLine::madeToOrder)
                        .map(SoldLine::variant)
                        .toList();
        Order order = story.order();
        return made.isEmpty()
                ? Mono.empty()
                : timings.of(order.id())
                        .flatMap(timing -> store.add(order.id(), made, promised(order, timing)));
    }

    private static LocalDate promised(Order order, Timing timing) {
        LocalDate paidOn = BusinessDate.of(Objects.requireNonNull(order.paidAt()));
        LocalDate wished = timing.wish().day();
        return wished == null ? paidOn.plusDays(order.maxDays()) : wished;
    }
}
