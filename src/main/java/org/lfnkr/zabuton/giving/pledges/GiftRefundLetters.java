package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.PaymentId;
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
 * The mails about a refund of a gift that has not arrived. Their reference is the payment's id and
 * the refund's, with the moment where one may be told of again.
 */
@Configuration(proxyBeanMethods = false)
class GiftRefundLetters {

    private final PledgeStore pledges;
    private final ChargeStore charges;
    private final GiftWords words;
    private final Payments payments;

    GiftRefundLetters(
            PledgeStore pledges, ChargeStore charges, GiftWords words, Payments payments) {
        this.pledges = pledges;
        this.charges = charges;
        this.words = words;
        this.payments = payments;
    }

    @Bean
    Letter giftRefundNeedsAccountLetter() {
        return new RefundLetter(GiftLetters.REFUND_NEEDS_ACCOUNT, RefundStatus.NEEDS_ACCOUNT);
    }

    @Bean
    Letter giftRefundPendingLetter() {
        return new RefundLetter(GiftLetters.REFUND_PENDING, RefundStatus.PENDING);
    }

    @Bean
    Letter giftRefundFailedLetter() {
        return new RefundLetter(GiftLetters.REFUND_FAILED, RefundStatus.FAILED);
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
            return charges.find(payment(request)).map(charge -> charge.pledge().purpose()).flux();
        }

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return charges.find(payment(request))
                    .zipWhen(charge -> refund(charge, request))
                    .flatMap(both -> write(both.getT1(), both.getT2()));
        }

        /** Only as long as it is so; one that Stripe refused has failed as well. */
        private Mono<RefundView> refund(Charge charge, MailRequest request) {
            UUID id = UUID.fromString(request.reference().split("[/@]")[1]);
            return payments.refunds(charge.payment())
                    .filter(refund -> refund.id().value().equals(id))
                    .filter(refund -> status(refund) == of)
                    .next();
        }

        private static RefundStatus status(RefundView refund) {
            return refund.status() == RefundStatus.REFUSED ? RefundStatus.FAILED : refund.status();
        }

        private Mono<LetterContent> write(Charge charge, RefundView refund) {
            return pledges.find(charge.pledge())
                    .zipWhen(words::recipient)
                    .flatMap(
                            both ->
                                    words.charged(both.getT1(), charge, both.getT2().name())
                                            .map(
                                                    model ->
                                                            new LetterContent(
                                                                    both.getT2().email(),
                                                                    "giving.mail."
                                                                            + kind.substring(5)
                                                                            + ".subject",
                                                                    List.of(model.reference()),
                                                                    "giving/mail/" + kind,
                                                                    Map.of(
                                                                            "gift", model, "refund",
                                                                            refund),
                                                                    List.of())));
        }

        private static PaymentId payment(MailRequest request) {
            return new PaymentId(UUID.fromString(request.reference().split("/", 2)[0]));
        }
    }
}
