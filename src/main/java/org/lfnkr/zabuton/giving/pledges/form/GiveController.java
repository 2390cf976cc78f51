package org.lfnkr.zabuton.giving.pledges.form;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.checkout.Answers;
import org.lfnkr.zabuton.checkout.Draft;
import org.lfnkr.zabuton.giving.pledges.OpenCauses;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Meant;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks what somebody would like to give. */
@Controller
@RequestMapping("/{lang:en|ja}/give")
class GiveController {

    private final GiveCookie drafts;
    private final GivePages pages;
    private final OpenCauses open;
    private final Supporters supporters;

    GiveController(GiveCookie drafts, GivePages pages, OpenCauses open, Supporters supporters) {
        this.supporters = supporters;
        this.drafts = drafts;
        this.pages = pages;
        this.open = open;
    }

    /**
     * @param member where one is signed in
     * @param every {@code once}, {@code monthly} or {@code yearly}, where a link leads to one
     * @param to the code of a cause, where a link leads to one
     * @param amount in yen, where a link leads to one
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @Nullable Member member,
            @RequestParam(defaultValue = "") String every,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String amount) {
        Map<String, String> typed =
                new HashMap<>(drafts.readOrStart(exchange.getRequest()).typed());
        put(typed, GiveReader.FREQUENCY, every);
        put(typed, GiveReader.CAUSE, to);
        typed.putAll(AmountReader.typed(amount));
        return known(member)
                .doOnNext(giver -> typed.putIfAbsent(GiveReader.NAME, giver.name()))
                .doOnNext(giver -> typed.putIfAbsent(GiveReader.EMAIL, giver.email().value()))
                .then(Mono.defer(() -> pages.form(exchange, language, Form.filled(typed))));
    }

    /** Who is signed in need not type what we know. */
    private Mono<Recipient> known(@Nullable Member member) {
        return member == null ? Mono.empty() : supporters.recipient(member.subject());
    }

    private static void put(Map<String, String> typed, String field, String chosen) {
        if (!chosen.isEmpty()) {
            typed.put(field, chosen);
        }
    }

    /** The giver wants to give beside the gift whose konbini code they hold. */
    @PostMapping("/separately")
    Rendering separate(ServerWebExchange exchange, Language language) {
        drafts.separate(exchange);
        return Redirects.to(language, "/give");
    }

    @PostMapping
    Mono<Rendering> answer(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> answer(exchange, language, form));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange, Language language, MultiValueMap<String, String> form) {
        Map<String, String> typed =
                Meant.applied(Answers.typed(form, GiveReader.FIELDS), form, GiveReader.FIELDS);
        Draft draft = drafts.readOrStart(exchange.getRequest()).with(typed);
        boolean kept = drafts.write(exchange.getResponse(), draft);
        return "language".equals(form.getFirst("action"))
                ? Mono.just(Redirects.to(language.other(), "/give"))
                : check(exchange, language, typed, kept);
    }

    private Mono<Rendering> check(
            ServerWebExchange exchange,
            Language language,
            Map<String, String> typed,
            boolean kept) {
        List<Problem> problems =
                switch (GiveReader.read(typed, open.first())) {
                    case GiveAnswers.Bad bad -> bad.problems();
                    case GiveAnswers.Good good when !kept ->
                            List.of(Problem.of(GiveReader.MESSAGE, "giving.too-much"));
                    case GiveAnswers.Good good -> List.of();
                };
        if (problems.isEmpty()) {
            return Mono.just(Redirects.to(language, "/give/check"));
        }
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return pages.form(exchange, language, new Form(typed, problems));
    }
}
