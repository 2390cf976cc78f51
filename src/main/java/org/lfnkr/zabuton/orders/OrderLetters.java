package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.mail.MailRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/**
 * The mails about an order. Their reference is the order's id, with the refund's where it is one.
 */
@Configuration(proxyBeanMethods = false)
class OrderLetters {

    static final String RECEIVED = "order-received";
    static final String PAID = "order-paid";
    static final String CANCELLED = "order-cancelled";
    static final String REFUNDED = "order-refunded";
    static final String HELD = "order-held";

    private final OrderStore store;
    private final OrderPapers papers;

    OrderLetters(OrderStore store, OrderPapers papers) {
        this.store = store;
        this.papers = papers;
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
    Letter orderCancelledLetter() {
        return new OrderLetter(CANCELLED, false);
    }

    @Bean
    Letter orderRefundedLetter() {
        return new OrderLetter(REFUNDED, false);
    }

    @Bean
    Letter orderHeldLetter() {
        return new OrderLetter(HELD, false);
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
        public Mono<LetterContent> compose(MailRequest request) {
            String id = request.reference().split("/", 2)[0];
            return store.find(new OrderId(UUID.fromString(id))).flatMap(this::write);
        }

        private Mono<LetterContent> write(Order order) {
            return Mono.zip(papers.recipient(order), papers.letter(order), attachments(order))
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
                    ? papers.receipt(order).map(pdf -> List.of(receipt(order, pdf)))
                    : Mono.just(List.of());
        }

        private static Attachment receipt(Order order, byte[] pdf) {
            return new Attachment("receipt-" + order.reference() + ".pdf", "application/pdf", pdf);
        }
    }
}
