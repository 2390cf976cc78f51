package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.PaperLine;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.papers.OrderLetterModel;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.web.Organisation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The mails about a return. Their reference is the order's id and the return's; what was overtaken
 * is not told any more.
 */
@Configuration(proxyBeanMethods = false)
class ReturnLetters {

    private static final String ASKED = "order-return-asked";
    private static final String ACCEPTED = "order-return-accepted";
    private static final String REFUSED = "order-return-refused";
    private static final String ARRIVED = "order-return-arrived";

    private static final String EXCHANGED = "order-return-exchanged";

    private static final Map<Happening.Kind, String> LETTERS =
            Map.of(
                    Happening.Kind.RETURN_ASKED, ASKED,
                    Happening.Kind.RETURN_ACCEPTED, ACCEPTED,
                    Happening.Kind.RETURN_REFUSED, REFUSED,
                    Happening.Kind.RETURN_ARRIVED, ARRIVED,
                    Happening.Kind.RETURN_EXCHANGED, EXCHANGED);

    private final OrderStore store;
    private final OrderPapers papers;
    private final OrderStandings standings;
    private final Organisation organisation;

    ReturnLetters(
            OrderStore store,
            OrderPapers papers,
            OrderStandings standings,
            Organisation organisation) {
        this.store = store;
        this.papers = papers;
        this.standings = standings;
        this.organisation = organisation;
    }

    /** By which mail a step is told; empty where none is sent. */
    static Optional<String> of(Happening.Kind step) {
        return Optional.ofNullable(LETTERS.get(step));
    }

    @Bean
    Letter orderReturnAskedLetter() {
        return new ReturnLetter(ASKED, EnumSet.of(ReturnState.ASKED));
    }

    @Bean
    Letter orderReturnAcceptedLetter() {
        return new ReturnLetter(ACCEPTED, EnumSet.of(ReturnState.ACCEPTED));
    }

    @Bean
    Letter orderReturnRefusedLetter() {
        return new ReturnLetter(REFUSED, EnumSet.of(ReturnState.REFUSED));
    }

    @Bean
    Letter orderReturnArrivedLetter() {
        return new ReturnLetter(ARRIVED, EnumSet.of(ReturnState.ARRIVED, ReturnState.CHECKED));
    }

    @Bean
    Letter orderReturnExchangedLetter() {
        return new ReturnLetter(EXCHANGED, EnumSet.of(ReturnState.EXCHANGED));
    }

    private final class ReturnLetter extends PartLetter<ReturnView> {

        private final Set<ReturnState> speaksOf;

        ReturnLetter(String kind, Set<ReturnState> speaksOf) {
            super(kind, store, standings, papers);
            this.speaksOf = speaksOf;
        }

        @Override
        Mono<ReturnView> find(Order order, UUID id) {
            return standings
                    .returns(order)
                    .flatMapIterable(all -> all)
                    .filter(it -> it.id().equals(id) && speaksOf.contains(it.state()))
                    .next();
        }

        @Override
        String template() {
            return "orders/mail/order-return";
        }

        @Override
        Map<String, Object> model(OrderLetterModel order, ReturnView asked, List<SoldLine> lines) {
            return Map.of(
                    "order", order,
                    "words", words(),
                    "asked", asked,
                    "address", organisation,
                    "pieces", PaperLine.of(asked.pieces(), lines));
        }
    }
}
