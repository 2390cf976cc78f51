package org.lfnkr.zabuton.supporters.signin;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Flags;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets people in who read the mails of their address. */
@Controller
@RequestMapping("/{lang:en|ja}/sign-in")
class SignInController {

    private static final String EMAIL = "email";
    private static final String CODE = "code";
    private static final String NEXT = "next";
    private static final int DIGITS = 6;

    private final SignIn signIn;

    SignInController(SignIn signIn) {
        this.signIn = signIn;
    }

    @ModelAttribute
    void close(ServerWebExchange exchange) {
        Closed.off(exchange.getResponse());
    }

    @GetMapping
    Rendering show(ServerWebExchange exchange, @RequestParam(defaultValue = "") String next) {
        return form(WayBack.of(next), Form.filled(Map.of()))
                .with("again", Flags.has(exchange, "again"))
                .rendering();
    }

    @PostMapping
    Mono<Rendering> begin(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(typed -> begin(exchange, language, typed));
    }

    private Mono<Rendering> begin(
            ServerWebExchange exchange, Language language, MultiValueMap<String, String> typed) {
        String text = value(typed, EMAIL);
        WayBack wayBack = WayBack.of(value(typed, NEXT));
        Optional<EmailAddress> email = EmailAddress.parse(Typed.code(text));
        if (email.isEmpty()) {
            String key = text.isBlank() ? "missing" : "malformed";
            return Mono.just(
                    refused(
                            exchange,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            wayBack,
                            text,
                            "supporters.sign-in.email." + key));
        }
        return signIn.begin(exchange, email.get(), language, wayBack)
                .map(
                        begun ->
                                begun
                                        ? Redirects.to(language, "/sign-in/code")
                                        : refused(
                                                exchange,
                                                HttpStatus.TOO_MANY_REQUESTS,
                                                wayBack,
                                                text,
                                                "supporters.sign-in.too-many"));
    }

    private static Rendering refused(
            ServerWebExchange exchange,
            HttpStatus status,
            WayBack wayBack,
            String typed,
            String key) {
        exchange.getResponse().setStatusCode(status);
        return form(wayBack, new Form(Map.of(EMAIL, typed), List.of(Problem.of(EMAIL, key))))
                .rendering();
    }

    private static Page form(WayBack wayBack, Form form) {
        return Page.of("supporters/sign-in").with("next", wayBack.path()).with("form", form);
    }

    @GetMapping("/code")
    Rendering code() {
        return codeForm(Form.filled(Map.of()));
    }

    @PostMapping("/code")
    Mono<Rendering> byCode(ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .map(typed -> value(typed, CODE))
                .flatMap(typed -> byCode(exchange, language, typed));
    }

    private Mono<Rendering> byCode(ServerWebExchange exchange, Language language, String typed) {
        String digits = TypedNumber.codeDigits(typed);
        if (digits.length() != DIGITS) {
            return Mono.just(wrong(exchange, typed, "supporters.sign-in.code.malformed"));
        }
        return signIn.byCode(exchange, digits)
                .map(wayBack -> in(wayBack, language))
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () -> wrong(exchange, typed, "supporters.sign-in.code.wrong")));
    }

    private static Rendering wrong(ServerWebExchange exchange, String typed, String key) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return codeForm(new Form(Map.of(CODE, typed), List.of(Problem.of(CODE, key))));
    }

    private static Rendering codeForm(Form form) {
        return Page.of("supporters/sign-in-code").with("form", form).rendering();
    }

    /**
     * Where the mailed link leads. It uses nothing up, because mail scanners open links too; it
     * takes the token out of the address before there is a page that could hand it on.
     */
    @GetMapping("/links/{token}")
    Rendering open(ServerWebExchange exchange, Language language, @PathVariable String token) {
        exchange.getResponse().getHeaders().set("Referrer-Policy", "no-referrer");
        signIn.keepLink(exchange, token);
        return Redirects.to(language, "/sign-in/link");
    }

    @GetMapping("/link")
    Rendering link() {
        return Page.of("supporters/sign-in-link").rendering();
    }

    @PostMapping("/link")
    Mono<Rendering> byLink(ServerWebExchange exchange, Language language) {
        return signIn.byLink(exchange)
                .map(wayBack -> in(wayBack, language))
                .switchIfEmpty(Mono.fromSupplier(() -> worn(exchange)));
    }

    private static Rendering worn(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return Page.of("supporters/sign-in-link").with("worn", true).rendering();
    }

    private static Rendering in(WayBack wayBack, Language language) {
        return Redirects.to(wayBack.orElse("/" + language.tag() + "/me"));
    }

    private static String value(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value;
    }
}
