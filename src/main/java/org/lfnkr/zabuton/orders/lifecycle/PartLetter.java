package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.papers.OrderLetterModel;
import org.lfnkr.zabuton.orders.papers.OrderPapers;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A mail about a part of an order, see {@link LetterMatter}; its words are named by its kind.
 *
 * @param <T> a parcel, a return
 */
abstract class PartLetter<T> implements Letter {

    private final String kind;
    private final OrderStore store;
    private final OrderStandings standings;
    private final OrderPapers papers;

    PartLetter(String kind, OrderStore store, OrderStandings standings, OrderPapers papers) {
        this.kind = kind;
        this.store = store;
        this.standings = standings;
        this.papers = papers;
    }

    /** Empty where it was overtaken, so that nothing is to be told of it. */
    abstract Mono<T> find(Order order, UUID part);

    abstract String template();

    abstract Map<String, Object> model(OrderLetterModel order, T part, List<SoldLine> lines);

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String titleKey() {
        return words() + ".title";
    }

    String words() {
        return "orders.mail." + kind.substring("order-".length());
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.just(LetterMatter.of(request).order().purpose());
    }

    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        LetterMatter matter = LetterMatter.of(request);
        return store.find(matter.order())
                .flatMap(order -> find(order, matter.part()).flatMap(part -> write(order, part)));
    }

    private Mono<LetterContent> write(Order order, T part) {
        return Mono.zip(
                        papers.recipient(order),
                        standings.of(order).flatMap(it -> papers.letter(order, it)),
                        store.lines(order.id()).collectList())
                .map(
                        parts ->
                                new LetterContent(
                                        parts.getT1().email(),
                                        words() + ".subject",
                                        List.of(order.reference()),
                                        template(),
                                        model(parts.getT2(), part, parts.getT3()),
                                        List.of()));
    }
}
