package org.lfnkr.zabuton.orders.owndata;

import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.reveals.Masked;
import org.lfnkr.zabuton.reveals.Part;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What buyers told us, for whoever of the staff has a reason to open it. */
@Component
class MaskedOrders implements Masked {

    private final OrderStore store;
    private final OrderPapers papers;

    MaskedOrders(OrderStore store, OrderPapers papers) {
        this.store = store;
        this.papers = papers;
    }

    @Override
    public String kind() {
        return Order.KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(Part.SHIP_TO, Part.CONTACT, Part.RECEIPT);
    }

    @Override
    public Mono<SubjectId> owner(UUID order) {
        return store.find(new OrderId(order)).map(Order::subject);
    }

    @Override
    public Mono<List<Opened>> open(UUID id, Part part) {
        return store.find(new OrderId(id))
                .flatMap(
                        order ->
                                switch (part) {
                                    case SHIP_TO ->
                                            papers.delivery(order).map(MaskedOrders::goesTo);
                                    case CONTACT -> contact(order);
                                    case RECEIPT -> receipt(order);
                                    case BANK -> Mono.empty();
                                });
    }

    private static List<Opened> goesTo(Delivery delivery) {
        return Stream.of(
                        new Opened("orders.data.sentTo", String.join("\n", delivery.asLabel())),
                        new Opened("orders.data.phone", delivery.phone()),
                        new Opened("orders.data.message", delivery.message()),
                        new Opened("orders.data.from", delivery.from()))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private Mono<List<Opened>> contact(Order order) {
        return papers.recipient(order)
                .map(
                        it ->
                                List.of(
                                        new Opened("person.data.name", it.name()),
                                        new Opened("person.data.email", it.email().value())));
    }

    private Mono<List<Opened>> receipt(Order order) {
        return papers.addressee(order)
                .map(it -> List.of(new Opened("orders.data.addressee", it.name())));
    }
}
