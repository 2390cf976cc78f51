package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.support.Await;
import org.springframework.context.ApplicationContext;

import java.util.List;
import java.util.UUID;

/** Lets tests of other modules send what was bought. */
public final class SentOrders {

    private SentOrders() {}

    /** All that is left of an order has left us, and everybody has heard of it. */
    public static void send(ApplicationContext application, Order order) {
        Orders orders = application.getBean(Orders.class);
        OrderStory story = Await.value(orders.find(order.id()).flatMap(orders::story));
        SendParcel wish = new SendParcel(UUID.randomUUID(), order.id(), left(story), "post", null);
        Await.value(application.getBean(Sending.class).send(wish, "desk"));
        Await.done(application.getBean(Outbox.class).drain());
    }

    private static List<ParcelLine> left(OrderStory story) {
        return story.lines().stream()
                .filter(line -> story.parcels().left(line) > 0)
                .map(line -> new ParcelLine(line.variant(), story.parcels().left(line)))
                .toList();
    }
}
