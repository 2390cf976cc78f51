package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.Recipient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The mails about gifts that have been or are to be paid. */
@Configuration(proxyBeanMethods = false)
class GiftLetters {

    static final String WAITING = "gift-waiting";
    static final String LAPSED = "gift-lapsed";
    static final String THANKS = "gift-thanks";
    static final String REFUNDED = "gift-refunded";

    private final PledgeStore pledges;
    private final ChargeStore charges;
    private final GiftWords words;
    private final GiftPapers papers;

    GiftLetters(PledgeStore pledges, ChargeStore charges, GiftWords words, GiftPapers papers) {
        this.papers = papers;
        this.pledges = pledges;
        this.charges = charges;
        this.words = words;
    }

    static String reference(PledgeId pledge) {
        return pledge.value().toString();
    }

    static String reference(PaymentId payment) {
        return payment.value().toString();
    }

    static String reference(PaymentId payment, UUID refund) {
        return payment.value() + "/" + refund;
    }

    @Bean
    Letter giftWaitingLetter() {
        return new GiftLetter(WAITING, this::awaited);
    }

    @Bean
    Letter giftLapsedLetter() {
        return new GiftLetter(LAPSED, this::awaited);
    }

    @Bean
    Letter giftThanksLetter() {
        return new GiftLetter(THANKS, this::charged);
    }

    @Bean
    Letter giftRefundedLetter() {
        return new GiftLetter(REFUNDED, this::charged);
    }

    private Mono<LetterContent> awaited(MailRequest request) {
        return pledges.find(new PledgeId(UUID.fromString(request.reference())))
                .filter(pledge -> isStillSo(request, pledge))
                .zipWhen(words::recipient)
                .flatMap(
                        both ->
                                words.awaited(both.getT1(), both.getT2().name())
                                        .map(
                                                model ->
                                                        content(
                                                                request,
                                                                both.getT2(),
                                                                model,
                                                                List.of())));
    }

    /** Late money makes a lapsed gift a gift again, and is thanked for instead. */
    private static boolean isStillSo(MailRequest request, Pledge pledge) {
        return request.kind().equals(WAITING) || pledge.status() == PledgeStatus.ENDED;
    }

    private Mono<LetterContent> charged(MailRequest request) {
        return charges.find(payment(request))
                .zipWhen(charge -> pledges.find(charge.pledge()))
                .flatMap(both -> charged(request, both.getT1(), both.getT2()));
    }

    private Mono<LetterContent> charged(MailRequest request, Charge charge, Pledge pledge) {
        return Mono.zip(words.recipient(pledge), cards(request, pledge))
                .flatMap(
                        both ->
                                words.charged(pledge, charge, both.getT1().name())
                                        .map(
                                                model ->
                                                        content(
                                                                request,
                                                                both.getT1(),
                                                                model,
                                                                both.getT2())));
    }

    /** The card goes with the thanks for what is given once. */
    private Mono<List<Attachment>> cards(MailRequest request, Pledge pledge) {
        return Mono.just(pledge)
                .filter(it -> request.kind().equals(THANKS) && it.plan() == null)
                .flatMap(papers::card)
                .map(pdf -> List.of(GiftPapers.attachment(pdf)))
                .defaultIfEmpty(List.of());
    }

    private static PaymentId payment(MailRequest request) {
        return new PaymentId(UUID.fromString(request.reference().split("/", 2)[0]));
    }

    private static LetterContent content(
            MailRequest request,
            Recipient recipient,
            GiftLetterModel model,
            List<Attachment> attachments) {
        return new LetterContent(
                recipient.email(),
                "giving.mail." + request.kind().substring("gift-".length()) + ".subject",
                List.of(model.reference()),
                "giving/mail/" + request.kind(),
                model.asModel(),
                attachments);
    }

    private record GiftLetter(String kind, Function<MailRequest, Mono<LetterContent>> writing)
            implements Letter {

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return writing.apply(request);
        }
    }
}
