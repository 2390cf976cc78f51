package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** The mails about gifts that are to be paid, and about money that came beside them. */
@Configuration(proxyBeanMethods = false)
class PledgeLetters {

    static final String WAITING = "gift-waiting";
    static final String REMINDER = "gift-reminder";
    static final String LAPSED = "gift-lapsed";
    static final String HELD = "gift-held";
    static final String GIVEN_UP = "gift-given-up";
    static final String RETURNED = "gift-returned";
    static final String SURPLUS = "gift-surplus";

    private final PledgeStore pledges;
    private final GiftWords words;

    PledgeLetters(PledgeStore pledges, GiftWords words) {
        this.pledges = pledges;
        this.words = words;
    }

    static String reference(PledgeId pledge) {
        return pledge.value().toString();
    }

    @Bean
    Letter giftWaitingLetter() {
        return new GiftLetter(WAITING, this::ofPledge, this::awaited);
    }

    @Bean
    Letter giftReminderLetter() {
        return new GiftLetter(REMINDER, this::ofPledge, this::awaited);
    }

    @Bean
    Letter giftLapsedLetter() {
        return new GiftLetter(LAPSED, this::ofPledge, this::awaited);
    }

    @Bean
    Letter giftHeldLetter() {
        return new GiftLetter(HELD, this::ofPledge, this::awaited);
    }

    @Bean
    Letter giftGivenUpLetter() {
        return new GiftLetter(GIVEN_UP, this::ofPledge, this::awaited);
    }

    @Bean
    Letter giftReturnedLetter() {
        return new GiftLetter(RETURNED, this::ofPledge, this::returned);
    }

    @Bean
    Letter giftSurplusLetter() {
        return new GiftLetter(SURPLUS, this::ofPledge, this::returned);
    }

    private Flux<String> ofPledge(MailRequest request) {
        return Flux.just(pledge(request).purpose());
    }

    private Mono<LetterContent> awaited(MailRequest request) {
        return pledges.find(pledge(request))
                .filter(pledge -> isStillSo(request, pledge))
                .zipWhen(words::recipient)
                .flatMap(
                        both ->
                                words.awaited(both.getT1(), both.getT2().name())
                                        .map(
                                                model ->
                                                        GiftLetter.content(
                                                                request,
                                                                both.getT2(),
                                                                model,
                                                                List.of())));
    }

    /** Late money makes a lapsed gift a gift again, and is thanked for instead. */
    private static boolean isStillSo(MailRequest request, Pledge pledge) {
        return switch (request.kind()) {
            case WAITING -> pledge.status().isOpen();
            case HELD -> pledge.status() == PledgeStatus.HELD;
            case REMINDER -> pledge.status() == PledgeStatus.AWAITING_KONBINI;
            default -> pledge.status() == PledgeStatus.ENDED;
        };
    }

    /** Money that came beside a gift, or in the place of one, goes back. */
    private Mono<LetterContent> returned(MailRequest request) {
        return pledges.find(pledge(request))
                .zipWhen(words::recipient)
                .map(
                        both ->
                                GiftLetter.content(
                                        request,
                                        both.getT2(),
                                        words.returned(both.getT1(), both.getT2().name()),
                                        List.of()));
    }

    private static PledgeId pledge(MailRequest request) {
        return new PledgeId(UUID.fromString(request.reference().split("/", 2)[0]));
    }
}
