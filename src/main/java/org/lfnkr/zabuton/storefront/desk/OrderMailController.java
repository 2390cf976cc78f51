package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.mail.LettersAgain;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** Sends a mail about an order again, of which the page of the order tells. */
@Controller
@Needs(Right.SEND_LETTERS_AGAIN)
@RequestMapping("/{lang:en|ja}/desk/orders/{code}/mails/{letter}")
class OrderMailController {

    static final String AGAIN = "storefront.desk.mails.again";
    static final String NOT_AGAIN = "storefront.desk.mails.not-again";

    private final OrderDesk desk;
    private final LettersAgain letters;

    OrderMailController(OrderDesk desk, LettersAgain letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @PostMapping
    Mono<Rendering> send(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String code,
            @PathVariable String letter,
            Principal staff) {
        return desk.find(Reference.read(code))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(
                        order ->
                                letters.send(Slice.id(letter), order.id().value(), staff.getName())
                                        .map(
                                                again ->
                                                        Told.on(
                                                                exchange,
                                                                "/"
                                                                        + language.tag()
                                                                        + "/desk/orders/"
                                                                        + order.reference(),
                                                                again ? AGAIN : NOT_AGAIN)));
    }
}
