package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.papers.Glyphs;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets members correct their name. */
@Controller
@RequestMapping("/{lang:en|ja}/me/data/name")
class NameController {

    private static final String NAME = "name";
    private static final int LONGEST = 100;

    private final MyData data;
    private final Supporters supporters;

    NameController(MyData data, Supporters supporters) {
        this.data = data;
        this.supporters = supporters;
    }

    @GetMapping
    Mono<Rendering> show(Member member) {
        return supporters
                .recipient(member.subject())
                .map(Recipient::name)
                .map(name -> form(Form.filled(Map.of(NAME, name))));
    }

    @PostMapping
    Mono<Rendering> correct(ServerWebExchange exchange, Language language, Member member) {
        return exchange.getFormData()
                .map(typed -> Typed.line(typed.toSingleValueMap().getOrDefault(NAME, "")))
                .flatMap(name -> correct(exchange, language, member, name));
    }

    private Mono<Rendering> correct(
            ServerWebExchange exchange, Language language, Member member, String name) {
        if (name.isEmpty()) {
            return refuse(exchange, name, Problem.of(NAME, "supporters.name.missing"));
        }
        if (Typed.length(name) > LONGEST) {
            return refuse(exchange, name, Problem.of(NAME, "supporters.name.too-long", LONGEST));
        }
        Optional<Problem> unprintable = Glyphs.problem(NAME, name);
        if (unprintable.isPresent()) {
            return refuse(exchange, name, unprintable.get());
        }
        return data.rename(member, name).then(Mono.fromSupplier(() -> named(exchange, language)));
    }

    private static Rendering named(ServerWebExchange exchange, Language language) {
        return Told.on(exchange, "/" + language.tag() + "/me/data", "supporters.data.said.named");
    }

    private static Mono<Rendering> refuse(
            ServerWebExchange exchange, String name, Problem problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return Mono.just(form(new Form(Map.of(NAME, name), List.of(problem))));
    }

    private static Rendering form(Form form) {
        return Page.of("supporters/name").with("form", form).rendering();
    }
}
