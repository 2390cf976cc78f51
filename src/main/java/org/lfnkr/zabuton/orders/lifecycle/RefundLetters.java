package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.checkout.RefundLetter;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

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
        return new OrderRefundLetter(OrderLetters.REFUND_NEEDS_ACCOUNT, RefundStatus.NEEDS_ACCOUNT);
    }

    @Bean
    Letter orderRefundPendingLetter() {
        return new OrderRefundLetter(OrderLetters.REFUND_PENDING, RefundStatus.PENDING);
    }

    @Bean
    Letter orderRefundFailedLetter() {
        return new OrderRefundLetter(OrderLetters.REFUND_FAILED, RefundStatus.FAILED);
    }

    private final class OrderRefundLetter extends RefundLetter<Order> {

        OrderRefundLetter(String kind, RefundStatus of) {
            super(kind, of, payments);
        }

        @Override
        public String titleKey() {
            return "orders.mail." + kind().substring("order-".length()) + ".title";
        }

        @Override
        public Flux<String> quotes(MailRequest request) {
            return Flux.just(new OrderId(id(request)).purpose());
        }

        @Override
        protected Mono<Order> find(MailRequest request) {
            return store.find(new OrderId(id(request)));
        }

        @Override
        protected PaymentId payment(Order order) {
            return order.payment();
        }

        @Override
        protected Mono<LetterContent> write(Order order, RefundView refund) {
            return Mono.zip(
                            papers.recipient(order),
                            standings.of(order).flatMap(it -> papers.letter(order, it)))
                    .map(
                            parts ->
                                    new LetterContent(
                                            parts.getT1().email(),
                                            "orders.mail."
                                                    + kind().substring("order-".length())
                                                    + ".subject",
                                            List.of(order.reference()),
                                            "orders/mail/" + kind(),
                                            Map.of("order", parts.getT2(), "refund", refund),
                                            List.of()));
        }
    }
}
