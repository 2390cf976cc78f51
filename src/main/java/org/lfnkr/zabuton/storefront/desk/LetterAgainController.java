package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.mail.LettersAgain;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/**
 * Sends a mail about an order, a gift or a plan again, of which the page about it tells. Another
 * one's mail is none of its.
 */
@Controller
@Needs(Right.SEND_LETTERS_AGAIN)
@RequestMapping("/{lang:en|ja}/desk")
class LetterAgainController {

    private final Addressees addressees;
    private final LettersAgain letters;

    LetterAgainController(Addressees addressees, LettersAgain letters) {
        this.addressees = addressees;
        this.letters = letters;
    }

    @PostMapping("/orders/{code}/mails/{letter}")
    Mono<Rendering> ofOrder(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String code,
            @PathVariable String letter,
            Principal staff) {
        return addressees
                .order(code)
                .flatMap(whose -> send(exchange, language, whose, letter, staff));
    }

    @PostMapping("/gifts/{payment}/mails/{letter}")
    Mono<Rendering> ofGift(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String payment,
            @PathVariable String letter,
            Principal staff) {
        return addressees
                .gift(payment)
                .flatMap(whose -> send(exchange, language, whose, letter, staff));
    }

    @PostMapping("/plans/{reference}/mails/{letter}")
    Mono<Rendering> ofPlan(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String letter,
            Principal staff) {
        return addressees
                .plan(reference)
                .flatMap(whose -> send(exchange, language, whose, letter, staff));
    }

    private Mono<Rendering> send(
            ServerWebExchange exchange,
            Language language,
            Addressee whose,
            String letter,
            Principal staff) {
        return letters.send(Slice.id(letter), whose.matters(), staff.getName())
                .map(again -> again ? LettersAgain.AGAIN : LettersAgain.NOT_AGAIN)
                .map(told -> Told.on(exchange, whose.address(language), told));
    }
}
