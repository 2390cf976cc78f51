package org.lfnkr.zabuton.giving.thanks;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets givers choose, change and take back the name by which they are thanked. */
@Controller
@RequestMapping("/{lang:en|ja}/me/thanks")
class MyNameController {

    private static final String ALIAS = "alias";

    private final PublicNames names;

    MyNameController(PublicNames names) {
        this.names = names;
    }

    @GetMapping
    Mono<Rendering> ask(Member member) {
        return Mono.just(form(null, Form.filled(Map.of())));
    }

    @PostMapping
    Mono<Rendering> choose(ServerWebExchange exchange, Member member, Language language) {
        return typed(exchange)
                .flatMap(
                        text ->
                                refused(exchange, null, text)
                                        .switchIfEmpty(
                                                names.choose(member, text)
                                                        .thenReturn(back(language))));
    }

    @GetMapping("/{name}")
    Mono<Rendering> show(Member member, @PathVariable UUID name) {
        return found(names.find(member, name))
                .map(own -> form(own, Form.filled(Map.of(ALIAS, own.text()))));
    }

    @PostMapping("/{name}/successors")
    Mono<Rendering> change(
            ServerWebExchange exchange, Member member, Language language, @PathVariable UUID name) {
        return found(names.find(member, name))
                .zipWith(typed(exchange))
                .flatMap(
                        both ->
                                refused(exchange, both.getT1(), both.getT2())
                                        .switchIfEmpty(
                                                names.change(member, name, both.getT2())
                                                        .thenReturn(back(language))));
    }

    @PostMapping("/{name}/withdrawals")
    Mono<Rendering> withdraw(Member member, Language language, @PathVariable UUID name) {
        return found(names.withdraw(member, name)).thenReturn(back(language));
    }

    private static <T> Mono<T> found(Mono<T> own) {
        return own.switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Mono<String> typed(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> form.toSingleValueMap().getOrDefault(ALIAS, ""))
                .map(Typed::line);
    }

    /** The form again, with what is wrong; empty where nothing is. */
    private static Mono<Rendering> refused(
            ServerWebExchange exchange, @Nullable PublicName name, String text) {
        return Mono.justOrEmpty(problem(text))
                .doOnNext(
                        problem ->
                                exchange.getResponse()
                                        .setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT))
                .map(problem -> new Form(Map.of(ALIAS, text), List.of(problem)))
                .map(form -> form(name, form));
    }

    private static @Nullable Problem problem(String text) {
        if (text.isEmpty()) {
            return Problem.of(ALIAS, "giving.thanks.missing");
        }
        int length = Typed.length(text);
        return length > PublicNames.LONGEST
                ? Problem.of(ALIAS, "giving.too-long", PublicNames.LONGEST, length)
                : null;
    }

    private static Rendering form(@Nullable PublicName name, Form form) {
        return Page.of("giving/my-name").with("name", name).with("form", form).rendering();
    }

    private static Rendering back(Language language) {
        return Redirects.to(language, "/me/giving");
    }
}
