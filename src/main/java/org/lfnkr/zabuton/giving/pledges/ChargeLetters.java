package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.LetterContent.Attachment;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** The mails about gifts that have been paid, and about what goes back of them. */
@Configuration(proxyBeanMethods = false)
class ChargeLetters {

    static final String THANKS = "gift-thanks";
    static final String PAID_TWICE = "gift-paid-twice";
    static final String REFUNDED = "gift-refunded";
    static final String CORRECTED = "gift-corrected";
    static final String REFUND_NEEDS_ACCOUNT = "gift-refund-needs-account";
    static final String REFUND_PENDING = "gift-refund-pending";
    static final String REFUND_FAILED = "gift-refund-failed";
    static final String DISPUTED = "gift-disputed";
    static final String DISPUTE_WON = "gift-dispute-won";
    static final String CHARGED_BACK = "gift-charged-back";

    private final PledgeStore pledges;
    private final ChargeStore charges;
    private final GiftWords words;
    private final GiftPapers papers;

    ChargeLetters(PledgeStore pledges, ChargeStore charges, GiftWords words, GiftPapers papers) {
        this.papers = papers;
        this.pledges = pledges;
        this.charges = charges;
        this.words = words;
    }

    static String reference(PaymentId payment) {
        return payment.value().toString();
    }

    /**
     * @param detail the refund or dispute that it is about
     */
    static String reference(PaymentId payment, String detail) {
        return payment.value() + "/" + detail;
    }

    @Bean
    Letter giftThanksLetter() {
        return new GiftLetter(THANKS, this::ofCharge, this::charged);
    }

    @Bean
    Letter giftPaidTwiceLetter() {
        return new GiftLetter(PAID_TWICE, this::ofCharge, this::charged);
    }

    @Bean
    Letter giftRefundedLetter() {
        return new GiftLetter(REFUNDED, this::ofCharge, this::charged);
    }

    @Bean
    Letter giftCorrectedLetter() {
        return new GiftLetter(CORRECTED, this::ofCharge, this::charged);
    }

    @Bean
    Letter giftDisputedLetter() {
        return new GiftLetter(DISPUTED, this::ofCharge, this::charged);
    }

    @Bean
    Letter giftDisputeWonLetter() {
        return new GiftLetter(DISPUTE_WON, this::ofCharge, this::charged);
    }

    @Bean
    Letter giftChargedBackLetter() {
        return new GiftLetter(CHARGED_BACK, this::ofCharge, this::charged);
    }

    private Flux<String> ofCharge(MailRequest request) {
        return charges.find(payment(request)).map(charge -> charge.pledge().purpose()).flux();
    }

    /** What was overtaken is not told any more: another letter tells what came instead. */
    private static boolean isStillSo(String kind, Charge charge) {
        return switch (kind) {
            case REFUNDED, CORRECTED -> charge.refunded().isPositive();
            case PAID_TWICE -> !charge.disputed() && !charge.lost();
            case DISPUTED -> charge.disputed();
            case CHARGED_BACK -> charge.lost();
            default -> !charge.disputed() && charge.kept().total().isPositive();
        };
    }

    private Mono<LetterContent> charged(MailRequest request) {
        return charges.find(payment(request))
                .filter(charge -> isStillSo(request.kind(), charge))
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
                                                        GiftLetter.content(
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
}
