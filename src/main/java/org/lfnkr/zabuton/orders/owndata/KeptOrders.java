package org.lfnkr.zabuton.orders.owndata;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.supporters.KeptRecord;
import org.lfnkr.zabuton.supporters.Member;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/** What the law has us keep of orders when their buyers are erased. */
@Component
class KeptOrders {

    /** The books of a business (会社法432条に準じる). Nobody's name stands in them. */
    private static final int YEARS_OF_BOOKS = 10;

    /** The list of givers (寄附者名簿). */
    private static final int YEARS_OF_GIVERS = 5;

    private final OrderStore store;
    private final OrderPapers papers;
    private final JsonMapper json;

    KeptOrders(OrderStore store, OrderPapers papers, JsonMapper json) {
        this.store = store;
        this.papers = papers;
        this.json = json;
    }

    Flux<KeptRecord> of(Member member) {
        return Flux.concat(books(member), givers(member));
    }

    private Flux<KeptRecord> books(Member member) {
        return paid(member)
                .map(KeptOrders::paidOn)
                .collectList()
                .flatMapMany(days -> Mono.justOrEmpty(days.stream().max(Comparator.naturalOrder())))
                .map(last -> new KeptRecord("books", last.plusYears(YEARS_OF_BOOKS), ""));
    }

    private Flux<KeptRecord> givers(Member member) {
        return paid(member)
                .filter(order -> order.takings().gift().isPositive())
                .concatMap(order -> papers.delivery(order).map(delivery -> giver(order, delivery)));
    }

    private KeptRecord giver(Order order, Delivery delivery) {
        Map<String, Object> text =
                Map.of(
                        "giver", delivery.home().asText(),
                        "gift", order.takings().gift().yen(),
                        "paidOn", paidOn(order).toString());
        return new KeptRecord(
                "givers", paidOn(order).plusYears(YEARS_OF_GIVERS), json.writeValueAsString(text));
    }

    private Flux<Order> paid(Member member) {
        return store.of(member.subjects()).filter(order -> order.paidAt() != null);
    }

    private static LocalDate paidOn(Order order) {
        return BusinessDate.of(Objects.requireNonNull(order.paidAt()));
    }
}
