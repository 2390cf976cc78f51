package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.signin.FreshSignIn;
import org.lfnkr.zabuton.supporters.signin.Session;
import org.lfnkr.zabuton.supporters.signin.Sessions;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets members be reached by another mail address, and bring those together that they used. */
@Controller
@RequestMapping("/{lang:en|ja}/me/data/addresses")
class AddressController {

    private static final String HERE = "/me/data/addresses";
    private static final String EMAIL = "email";
    private static final String USE = "use";
    private static final String CODE = "code";
    private static final int DIGITS = 6;

    private final MailAddresses addresses;
    private final ProvedAddresses proved;
    private final Sessions sessions;

    AddressController(MailAddresses addresses, ProvedAddresses proved, Sessions sessions) {
        this.addresses = addresses;
        this.proved = proved;
        this.sessions = sessions;
    }

    @GetMapping
    Mono<Rendering> show(Language language, Session session) {
        return sessions.isFresh(session)
                ? page(session.member(), Form.filled(Map.of()))
                : Mono.just(FreshSignIn.lead(language, HERE));
    }

    @PostMapping
    Mono<Rendering> ask(ServerWebExchange exchange, Language language, Session session) {
        return sessions.isFresh(session)
                ? exchange.getFormData()
                        .map(typed -> typed.toSingleValueMap())
                        .flatMap(typed -> ask(exchange, language, session.member(), typed))
                : Mono.just(FreshSignIn.lead(language, HERE));
    }

    private Mono<Rendering> ask(
            ServerWebExchange exchange,
            Language language,
            Member member,
            Map<String, String> typed) {
        Optional<EmailAddress> email =
                EmailAddress.parse(Typed.code(typed.getOrDefault(EMAIL, "")));
        if (email.isEmpty()) {
            return refuse(exchange, member, typed, EMAIL, "supporters.sign-in.email.malformed");
        }
        return switch (typed.getOrDefault(USE, "")) {
            case "new" ->
                    addresses
                            .change(exchange, member, email.get(), language)
                            .flatMap(asked -> asked(exchange, language, member, typed, asked));
            case "other" ->
                    addresses
                            .join(exchange, member, email.get(), language)
                            .flatMap(asked -> asked(exchange, language, member, typed, asked));
            default -> refuse(exchange, member, typed, USE, "supporters.addresses.use.missing");
        };
    }

    private Mono<Rendering> asked(
            ServerWebExchange exchange,
            Language language,
            Member member,
            Map<String, String> typed,
            boolean asked) {
        return asked
                ? Mono.just(Redirects.to(language, HERE + "/code"))
                : refuse(exchange, member, typed, EMAIL, "supporters.sign-in.too-many");
    }

    private Mono<Rendering> refuse(
            ServerWebExchange exchange,
            Member member,
            Map<String, String> typed,
            String field,
            String key) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(member, new Form(typed, List.of(Problem.of(field, key))));
    }

    private Mono<Rendering> page(Member member, Form form) {
        return addresses
                .joined(member)
                .collectList()
                .map(
                        joined ->
                                Page.of("supporters/addresses")
                                        .with("form", form)
                                        .with("joined", joined)
                                        .rendering());
    }

    @GetMapping("/code")
    Rendering code() {
        return codeForm(Form.filled(Map.of()));
    }

    @PostMapping("/code")
    Mono<Rendering> byCode(ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .map(typed -> typed.toSingleValueMap().getOrDefault(CODE, ""))
                .flatMap(typed -> byCode(exchange, language, typed));
    }

    private Mono<Rendering> byCode(ServerWebExchange exchange, Language language, String typed) {
        String digits = TypedNumber.codeDigits(typed);
        if (digits.length() != DIGITS) {
            return Mono.just(wrong(exchange, typed, "supporters.sign-in.code.malformed"));
        }
        return proved.takeByCode(exchange, digits)
                .map(taken -> told(exchange, language, taken))
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () -> wrong(exchange, typed, "supporters.sign-in.code.wrong")));
    }

    static Rendering told(
            ServerWebExchange exchange, Language language, ProvedAddresses.Taken taken) {
        return Told.on(
                exchange,
                "/" + language.tag() + "/me/data",
                "supporters.data.said." + taken.name().toLowerCase(Locale.ROOT));
    }

    private static Rendering wrong(ServerWebExchange exchange, String typed, String key) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return codeForm(new Form(Map.of(CODE, typed), List.of(Problem.of(CODE, key))));
    }

    private static Rendering codeForm(Form form) {
        return Page.of("supporters/address-code").with("form", form).rendering();
    }

    @PostMapping("/{joined}/separations")
    Mono<Rendering> separate(Language language, Member member, @PathVariable UUID joined) {
        return addresses
                .separate(member, joined)
                .filter(separated -> separated)
                .map(separated -> Redirects.to(language, HERE))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
