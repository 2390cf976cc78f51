package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.orders.papers.OrderReceipts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/**
 * The mails about an order. Their reference is the order's id, with the refund's or dispute's where
 * it is about one.
 */
@Configuration(proxyBeanMethods = false)
class OrderLetters {

    static final String RECEIVED = "order-received";
    static final String REMINDER = "order-reminder";
    static final String PAID = "order-paid";
    static final String CANCELLED = "order-cancelled";
    static final String GIVEN_UP = "order-given-up";
    static final String TURNED_BACK = "order-turned-back";
    static final String REFUNDED = "order-refunded";
    static final String REFUND_NEEDS_ACCOUNT = "order-refund-needs-account";
    static final String REFUND_PENDING = "order-refund-pending";
    static final String REFUND_FAILED = "order-refund-failed";
    static final String HELD = "order-held";
    static final String RETURNED = "order-returned";
    static final String SURPLUS = "order-surplus";
    static final String DISPUTED = "order-disputed";
    static final String DISPUTE_WON = "order-dispute-won";
    static final String CHARGED_BACK = "order-charged-back";

    private final OrderStore store;
    private final OrderStandings standings;
    private final OrderPapers papers;
    private final OrderReceipts receipts;

    OrderLetters(
            OrderStore store,
            OrderStandings standings,
            OrderPapers papers,
            OrderReceipts receipts) {
        this.store = store;
        this.standings = standings;
        this.papers = papers;
        this.receipts = receipts;
    }

    static String reference(OrderId order, String detail) {
        return detail.isEmpty() ? order.value().toString() : order.value() + "/" + detail;
    }

    @Bean
    Letter orderReceivedLetter() {
        return new OrderLetter(RECEIVED, false);
    }

    @Bean
    Letter orderPaidLetter() {
        return new OrderLetter(PAID, true);
    }

    @Bean
    Letter orderReminderLetter() {
        return new OrderLetter(REMINDER, false);
    }

    @Bean
    Letter orderGivenUpLetter() {
        return new OrderLetter(GIVEN_UP, false);
    }

    @Bean
    Letter orderCancelledLetter() {
        return new OrderLetter(CANCELLED, false);
    }

    /** The money goes back as soon as it came; the buyer hears why before it has left. */
    @Bean
    Letter orderTurnedBackLetter() {
        return new OrderLetter(TURNED_BACK, false);
    }

    @Bean
    Letter orderRefundedLetter() {
        return new OrderLetter(REFUNDED, false);
    }

    @Bean
    Letter orderHeldLetter() {
        return new OrderLetter(HELD, false);
    }

    @Bean
    Letter orderReturnedLetter() {
        return new OrderLetter(RETURNED, false);
    }

    @Bean
    Letter orderSurplusLetter() {
        return new OrderLetter(SURPLUS, false);
    }

    @Bean
    Letter orderDisputedLetter() {
        return new OrderLetter(DISPUTED, false);
    }

    @Bean
    Letter orderDisputeWonLetter() {
        return new OrderLetter(DISPUTE_WON, false);
    }

    @Bean
    Letter orderChargedBackLetter() {
        return new OrderLetter(CHARGED_BACK, false);
    }

    private final class OrderLetter implements Letter {

        private final String kind;
        private final boolean withReceipt;

        OrderLetter(String kind, boolean withReceipt) {
            this.kind = kind;
            this.withReceipt = withReceipt;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String titleKey() {
            return "orders.mail." + word() + ".title";
        }

        @Override
        public Flux<String> quotes(MailRequest request) {
            return Flux.just(order(request).purpose());
        }

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return store.find(order(request))
                    .zipWhen(standings::of)
                    .filter(both -> LetterStandings.isStillSo(kind, both.getT1(), both.getT2()))
                    .flatMap(both -> write(both.getT1(), both.getT2()));
        }

        private static OrderId order(MailRequest request) {
            return new OrderId(UUID.fromString(request.reference().split("/", 2)[0]));
        }

        private Mono<LetterContent> write(Order order, OrderStanding standing) {
            return Mono.zip(
                            papers.recipient(order),
                            papers.letter(order, standing),
                            attachments(order))
                    .map(
                            parts ->
                                    new LetterContent(
                                            parts.getT1().email(),
                                            "orders.mail." + word() + ".subject",
                                            List.of(order.reference()),
                                            "orders/mail/" + kind,
                                            parts.getT2().asModel(),
                                            parts.getT3()));
        }

        private String word() {
            return kind.substring("order-".length());
        }

        private Mono<List<Attachment>> attachments(Order order) {
            return withReceipt
                    ? receipts.pdf(order, order.language()).map(pdf -> List.of(receipt(order, pdf)))
                    : Mono.just(List.of());
        }

        private static Attachment receipt(Order order, byte[] pdf) {
            return new Attachment("receipt-" + order.reference() + ".pdf", "application/pdf", pdf);
        }
    }
}
