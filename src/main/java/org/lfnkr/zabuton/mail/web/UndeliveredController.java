package org.lfnkr.zabuton.mail.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Undelivered;
import org.lfnkr.zabuton.mail.UndeliveredLetters;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.UUID;

/** Where staff see which letters reached nobody, without the addresses, and send them again. */
@Controller
@RequestMapping("/{lang:en|ja}/desk/mails")
class UndeliveredController {

    private static final int PAGE = 50;

    private final UndeliveredLetters letters;

    UndeliveredController(UndeliveredLetters letters) {
        this.letters = letters;
    }

    /**
     * @param after the last letter of the page before
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return listed(after).collectList().map(UndeliveredController::page);
    }

    private Flux<Undelivered> listed(String after) {
        try {
            return letters.after(UUID.fromString(after), PAGE + 1);
        } catch (IllegalArgumentException noLetter) {
            return letters.latest(PAGE + 1);
        }
    }

    private static Rendering page(List<Undelivered> found) {
        boolean more = found.size() > PAGE;
        List<Undelivered> shown = more ? found.subList(0, PAGE) : found;
        return Page.of("mail/undelivered-desk")
                .with("letters", shown)
                .with("more", more ? shown.getLast().id() : null)
                .rendering();
    }

    @PostMapping("/{letter}")
    Mono<Rendering> sendAgain(Language language, @PathVariable UUID letter, Principal staff) {
        return letters.sendAgain(letter, staff.getName())
                .thenReturn(Redirects.to(language, "/desk/mails"));
    }
}
