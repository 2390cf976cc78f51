package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderParcels;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.PaperLine;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The mails about a parcel that has left us. Their reference begins with the order's id and the
 * parcel's.
 */
@Configuration(proxyBeanMethods = false)
class ParcelLetters {

    static final String SENT = "order-sent";
    static final String RENUMBERED = "order-renumbered";

    private final OrderStore store;
    private final OrderStandings standings;
    private final OrderPapers papers;

    ParcelLetters(OrderStore store, OrderStandings standings, OrderPapers papers) {
        this.store = store;
        this.standings = standings;
        this.papers = papers;
    }

    @Bean
    Letter orderSentLetter() {
        return new ParcelLetter(SENT, "orders.mail.sent");
    }

    @Bean
    Letter orderRenumberedLetter() {
        return new ParcelLetter(RENUMBERED, "orders.mail.renumbered");
    }

    private final class ParcelLetter implements Letter {

        private final String kind;
        private final String words;

        ParcelLetter(String kind, String words) {
            this.kind = kind;
            this.words = words;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String titleKey() {
            return words + ".title";
        }

        @Override
        public Flux<String> quotes(MailRequest request) {
            return Flux.just(LetterMatter.of(request).order().purpose());
        }

        /** Also where the money goes back meanwhile: the parcel is on its way all the same. */
        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            LetterMatter matter = LetterMatter.of(request);
            return store.find(matter.order())
                    .flatMap(
                            order ->
                                    parcel(order, matter.part())
                                            .flatMap(parcel -> write(order, parcel)));
        }

        /** One that came back is not on its way any more. */
        private Mono<Parcel> parcel(Order order, UUID id) {
            return standings
                    .parcels(order)
                    .flatMapIterable(OrderParcels::parcels)
                    .filter(parcel -> parcel.id().equals(id) && parcel.isOut())
                    .next();
        }

        private Mono<LetterContent> write(Order order, Parcel parcel) {
            return Mono.zip(
                            papers.recipient(order),
                            standings.of(order).flatMap(it -> papers.letter(order, it)),
                            store.lines(order.id()).collectList())
                    .map(
                            parts ->
                                    new LetterContent(
                                            parts.getT1().email(),
                                            words + ".subject",
                                            List.of(order.reference()),
                                            "orders/mail/" + kind,
                                            Map.of(
                                                    "order",
                                                    parts.getT2(),
                                                    "parcel",
                                                    parcel,
                                                    "pieces",
                                                    PaperLine.of(parcel.lines(), parts.getT3())),
                                            List.of()));
        }
    }
}
