package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.Payments;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The mails about a refund that has not arrived. Their reference is the order's id and the
 * refund's, with the moment where one may be told of again.
 */
@Configuration(proxyBeanMethods = false)
class RefundLetters {

    private final OrderStore store;
    private final OrderPapers papers;
    private final OrderStandings standings;
    private final Payments payments;

    RefundLetters(
            OrderStore store, OrderPapers papers, OrderStandings standings, Payments payments) {
        this.store = store;
        this.papers = papers;
        this.standings = standings;
        this.payments = payments;
    }

    @Bean
    Letter orderRefundNeedsAccountLetter() {
        return new RefundLetter(OrderLetters.REFUND_NEEDS_ACCOUNT, RefundStatus.NEEDS_ACCOUNT);
    }

    @Bean
    Letter orderRefundPendingLetter() {
        return new RefundLetter(OrderLetters.REFUND_PENDING, RefundStatus.PENDING);
    }

    @Bean
    Letter orderRefundFailedLetter() {
        return new RefundLetter(OrderLetters.REFUND_FAILED, RefundStatus.FAILED);
    }

    private final class RefundLetter implements Letter {

        private final String kind;
        private final RefundStatus of;

        RefundLetter(String kind, RefundStatus of) {
            this.kind = kind;
            this.of = of;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Flux<String> quotes(MailRequest request) {
            return Flux.just(order(request).purpose());
        }

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return store.find(order(request))
                    .zipWhen(order -> refund(order, request))
                    .flatMap(both -> write(both.getT1(), both.getT2()));
        }

        /** Only as long as it is so; one that Stripe refused has failed as well. */
        private Mono<RefundView> refund(Order order, MailRequest request) {
            UUID id = UUID.fromString(request.reference().split("[/@]")[1]);
            return payments.refunds(order.payment())
                    .filter(refund -> refund.id().value().equals(id))
                    .filter(refund -> status(refund) == of)
                    .next();
        }

        private static RefundStatus status(RefundView refund) {
            return refund.status() == RefundStatus.REFUSED ? RefundStatus.FAILED : refund.status();
        }

        private Mono<LetterContent> write(Order order, RefundView refund) {
            return Mono.zip(
                            papers.recipient(order),
                            standings.of(order).flatMap(it -> papers.letter(order, it)))
                    .map(
                            parts ->
                                    new LetterContent(
                                            parts.getT1().email(),
                                            "orders.mail."
                                                    + kind.substring("order-".length())
                                                    + ".subject",
                                            List.of(order.reference()),
                                            "orders/mail/" + kind,
                                            Map.of("order", parts.getT2(), "refund", refund),
                                            List.of()));
        }

        private static OrderId order(MailRequest request) {
            return new OrderId(UUID.fromString(request.reference().split("/", 2)[0]));
        }
    }
}
