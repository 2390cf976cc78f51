package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.checkout.RefundLetter;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.supporters.Recipient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

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
        return new GiftRefundLetter(ChargeLetters.REFUND_NEEDS_ACCOUNT, RefundStatus.NEEDS_ACCOUNT);
    }

    @Bean
    Letter giftRefundPendingLetter() {
        return new GiftRefundLetter(ChargeLetters.REFUND_PENDING, RefundStatus.PENDING);
    }

    @Bean
    Letter giftRefundFailedLetter() {
        return new GiftRefundLetter(ChargeLetters.REFUND_FAILED, RefundStatus.FAILED);
    }

    private final class GiftRefundLetter extends RefundLetter<Charge> {

        GiftRefundLetter(String kind, RefundStatus of) {
            super(kind, of, payments);
        }

        @Override
        public String titleKey() {
            return "giving.mail." + kind().substring("gift-".length()) + ".title";
        }

        @Override
        public Flux<String> quotes(MailRequest request) {
            return find(request).map(charge -> charge.pledge().purpose()).flux();
        }

        @Override
        protected Mono<Charge> find(MailRequest request) {
            return charges.find(new PaymentId(id(request)));
        }

        @Override
        protected PaymentId payment(Charge charge) {
            return charge.payment();
        }

        @Override
        protected Mono<LetterContent> write(Charge charge, RefundView refund) {
            return pledges.find(charge.pledge())
                    .zipWhen(words::recipient)
                    .flatMap(
                            both ->
                                    words.charged(both.getT1(), charge, both.getT2().name())
                                            .map(gift -> content(both.getT2(), gift, refund)));
        }

        private LetterContent content(
                Recipient recipient, GiftLetterModel gift, RefundView refund) {
            return new LetterContent(
                    recipient.email(),
                    "giving.mail." + kind().substring("gift-".length()) + ".subject",
                    List.of(gift.reference()),
                    "giving/mail/" + kind(),
                    Map.of("gift", gift, "refund", refund),
                    List.of());
        }
    }
}
