package org.lfnkr.zabuton.staff.people;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.staff.SignOuts;
import org.lfnkr.zabuton.staff.StaffSession;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Told;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Where administrators look after one account; their own they can't change. */
@Controller
@Needs(Right.MANAGE_STAFF)
@RequestMapping("/{lang:en|ja}/desk/staff/{account}")
class PersonController {

    static final String CLOSED = "staff.people.told.closed";

    private final Accounts accounts;
    private final SignOuts signOuts;
    private final PersonPages pages;

    PersonController(Accounts accounts, SignOuts signOuts, PersonPages pages) {
        this.accounts = accounts;
        this.signOuts = signOuts;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable String account) {
        return pages.found(account)
                .map(
                        it ->
                                pages.page(
                                        exchange,
                                        staff,
                                        it,
                                        it.account().roles(),
                                        Form.filled(Map.of())));
    }

    @PostMapping("/links")
    Mono<Rendering> sendLink(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable String account) {
        return another(
                exchange,
                language,
                staff,
                account,
                it ->
                        accounts.sendLink(it, language, staff.getName())
                                .thenReturn(pages.told(exchange, language, it, "link")));
    }

    @PostMapping("/endings")
    Mono<Rendering> endSessions(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable String account) {
        return another(
                exchange,
                language,
                staff,
                account,
                it ->
                        signOuts.everywhere(it, staff.getName())
                                .thenReturn(pages.told(exchange, language, it, "ended")));
    }

    @PostMapping("/closings")
    Mono<Rendering> close(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable String account) {
        String people = "/" + language.tag() + StaffController.HERE;
        return another(
                exchange,
                language,
                staff,
                account,
                it ->
                        accounts.close(it, staff.getName(), "by an administrator")
                                .thenReturn(Told.on(exchange, people, CLOSED)));
    }

    /** Nobody takes their own key away. */
    private Mono<Rendering> another(
            ServerWebExchange exchange,
            Language language,
            StaffSession staff,
            String account,
            Function<UUID, Mono<Rendering>> act) {
        return pages.found(account)
                .map(person -> person.account().id())
                .flatMap(
                        it ->
                                it.equals(staff.account())
                                        ? Mono.just(pages.told(exchange, language, it, "own"))
                                        : act.apply(it));
    }
}
