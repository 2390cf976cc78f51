package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderParcels;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.PaperLine;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.papers.OrderLetterModel;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
        return new ParcelLetter(SENT);
    }

    @Bean
    Letter orderRenumberedLetter() {
        return new ParcelLetter(RENUMBERED);
    }

    /** Also where the money goes back meanwhile: the parcel is on its way all the same. */
    private final class ParcelLetter extends PartLetter<Parcel> {

        ParcelLetter(String kind) {
            super(kind, store, standings, papers);
        }

        /** One that came back is not on its way any more. */
        @Override
        Mono<Parcel> find(Order order, UUID id) {
            return standings
                    .parcels(order)
                    .flatMapIterable(OrderParcels::parcels)
                    .filter(parcel -> parcel.id().equals(id) && parcel.isOut())
                    .next();
        }

        @Override
        String template() {
            return "orders/mail/" + kind();
        }

        @Override
        Map<String, Object> model(OrderLetterModel order, Parcel parcel, List<SoldLine> lines) {
            return Map.of(
                    "order", order,
                    "parcel", parcel,
                    "pieces", PaperLine.of(parcel.lines(), lines));
        }
    }
}
