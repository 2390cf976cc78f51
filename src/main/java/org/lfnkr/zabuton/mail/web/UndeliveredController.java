package org.lfnkr.zabuton.mail.web;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.mail.UndeliveredLetters;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.UUID;

/** Where staff see which letters reached nobody, without the addresses, and send them again. */
@Controller
@Needs(Right.SEE_UNDELIVERED_LETTERS)
@RequestMapping("/{lang:en|ja}/desk/mails")
class UndeliveredController {

    private static final String AGAIN = "mail.desk.told.again";
    private static final String BEFORE = "mail.desk.told.before";
    private static final List<String> TOLD = List.of(AGAIN, BEFORE);

    private final UndeliveredLetters letters;

    UndeliveredController(UndeliveredLetters letters) {
        this.letters = letters;
    }

    /**
     * @param after the last letter of the page before
     */
    @InMenu(value = DeskEntry.HOUSE, title = "mail.desk.title", place = 20)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return letters.after(Slice.id(after))
                .map(
                        shown ->
                                Page.of("mail/undelivered-desk")
                                        .with("letters", shown)
                                        .with("latest", after.isEmpty())
                                        .with("told", Told.take(exchange, TOLD))
                                        .rendering());
    }

    @Needs(Right.SEND_LETTERS_AGAIN)
    @PostMapping("/{letter}")
    Mono<Rendering> sendAgain(
            ServerWebExchange exchange,
            Language language,
            @PathVariable UUID letter,
            Principal staff) {
        return letters.sendAgain(letter, staff.getName())
                .map(again -> again ? AGAIN : BEFORE)
                .map(key -> Told.on(exchange, "/" + language.tag() + "/desk/mails", key));
    }
}
