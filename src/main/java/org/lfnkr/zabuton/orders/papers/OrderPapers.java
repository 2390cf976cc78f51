package org.lfnkr.zabuton.orders.papers;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderLinks;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.PaperLine;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.Progress;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Gathers what letters say about an order; the only reader of its personal data. */
@Component
public class OrderPapers {

    private final OrderStore store;
    private final Timings timings;
    private final WishWords wishes;
    private final OrderLinks links;
    private final Payments payments;
    private final Impact impact;
    private final Outbox outbox;
    private final Supporters supporters;
    private final Vault vault;
    private final ImpactWords words;
    private final Site site;
    private final JsonMapper json;

    OrderPapers(
            OrderStore store,
            Timings timings,
            WishWords wishes,
            OrderLinks links,
            Payments payments,
            Impact impact,
            Outbox outbox,
            Supporters supporters,
            Vault vault,
            ImpactWords words,
            Site site,
            JsonMapper json) {
        this.store = store;
        this.timings = timings;
        this.wishes = wishes;
        this.links = links;
        this.payments = payments;
        this.impact = impact;
        this.outbox = outbox;
        this.supporters = supporters;
        this.vault = vault;
        this.words = words;
        this.site = site;
        this.json = json;
    }

    /** Name and mail address; empty once they are erased. */
    public Mono<Recipient> recipient(Order order) {
        return supporters.recipient(order.subject());
    }

    /** To whom and where it goes; empty once the buyer's data are erased. */
    public Mono<Delivery> delivery(Order order) {
        return vault.reveal(order.subject(), order.deliveryPlace()).map(this::delivery);
    }

    /** The same of several, by order; those whose buyers' data are erased are not in it. */
    Mono<Map<OrderId, Delivery>> deliveries(Collection<Order> orders) {
        return vault.revealAll(orders.stream().collect(toMap(Order::deliveryPlace, Order::subject)))
                .map(
                        texts ->
                                orders.stream()
                                        .filter(it -> texts.containsKey(it.deliveryPlace()))
                                        .collect(toMap(Order::id, it -> delivery(texts, it))));
    }

    private Delivery delivery(Map<String, String> texts, Order order) {
        return delivery(requireNonNull(texts.get(order.deliveryPlace())));
    }

    private Delivery delivery(String text) {
        return json.readValue(text, Delivery.class);
    }

    /** What a letter says; empty once the buyer's data are erased. */
    public Mono<OrderLetterModel> letter(Order order, OrderStanding standing) {
        return Mono.zip(
                        delivery(order),
                        store.lines(order.id()).collectList(),
                        payments.view(order.payment()),
                        sentences(order, standing),
                        timings.of(order.id()))
                .map(
                        parts ->
                                letter(
                                        order,
                                        standing,
                                        parts.getT1(),
                                        PaperLine.of(parts.getT2()),
                                        parts.getT3(),
                                        parts.getT4(),
                                        arrival(order, parts.getT1(), parts.getT5())));
    }

    private OrderLetterModel letter(
            Order order,
            OrderStanding standing,
            Delivery delivery,
            List<PaperLine> lines,
            PaymentView payment,
            List<String> sentences,
            OrderLetterModel.Arrival arrival) {
        return new OrderLetterModel(
                order.reference(),
                order.placedAt(),
                delivery.home().name(),
                lines,
                order.takings().shippingCharged(),
                order.takings().gift(),
                order.takings().cover(),
                order.total(),
                order.refunded(),
                standing,
                sentences,
                site.address("/" + order.language().tag() + links.of(order.reference()).path()),
                konbini(payment),
                order.minDays(),
                order.maxDays(),
                arrival);
    }

    private OrderLetterModel.Arrival arrival(Order order, Delivery delivery, Timing timing) {
        return new OrderLetterModel.Arrival(
                delivery.toAnother(),
                wishes.text(timing.wish(), order.language()),
                wishes.lost(timing, order.language()));
    }

    /** Whether somebody else gets it than who ordered it; false once the data are erased. */
    public Mono<Boolean> goesToAnother(Order order) {
        return delivery(order).map(Delivery::toAnother).defaultIfEmpty(false);
    }

    private static OrderLetterModel.@Nullable Konbini konbini(PaymentView payment) {
        URI instructions = payment.instructions();
        Instant payBy = payment.payBy();
        return instructions == null || payBy == null
                ? null
                : new OrderLetterModel.Konbini(instructions, payBy);
    }

    private Mono<List<String>> sentences(Order order, OrderStanding standing) {
        return impact.story(order.id().value())
                .filter(story -> standing.saysImpact())
                .filterWhen(story -> isBooked(order))
                .map(story -> List.of(words.sentence(story, order.language())))
                .defaultIfEmpty(List.of());
    }

    /** Whether the books have followed all that is known of its payment. */
    private Mono<Boolean> isBooked(Order order) {
        return outbox.progress(List.of(order.id().purpose())).map(Progress::complete);
    }

    /** Who the receipt is made out to; empty once the buyer's data are erased. */
    public Mono<ReceiptAddressee> addressee(Order order) {
        return vault.reveal(order.subject(), order.addresseePlace())
                .map(text -> json.readValue(text, ReceiptAddressee.class))
                .switchIfEmpty(
                        delivery(order).map(it -> new ReceiptAddressee(it.home().name(), false)));
    }

    /** Makes the receipt out to somebody else from now on. */
    public Mono<Void> address(Order order, ReceiptAddressee addressee) {
        return vault.seal(
                order.subject(), order.addresseePlace(), json.writeValueAsString(addressee));
    }
}
