package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Anybody;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Flags;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Retyped;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** The desk's door: a passkey opens it, and whoever has none learns nothing. */
@Controller
@Anybody
@RequestMapping("/{lang:en|ja}/desk/sign-in")
class DeskSignInController {

    /** In the address, where something was sent that is lost. */
    static final String UNSAVED = "unsaved";

    private final Passkeys passkeys;
    private final StaffSessions sessions;

    DeskSignInController(Passkeys passkeys, StaffSessions sessions) {
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /** What the form sends: what the page asked, and what the passkey answered. */
    record Answer(String challenge, String answer, String next) {}

    @GetMapping
    Rendering show(ServerWebExchange exchange, @RequestParam(defaultValue = "") String next) {
        boolean led = Flags.has(exchange, Retyped.EXPIRED);
        return page(next)
                .with("unsaved", led || Flags.has(exchange, UNSAVED))
                .with("expired", !led && Retyped.isExpired(exchange))
                .rendering();
    }

    private Page page(String next) {
        return Page.of("staff/sign-in")
                .with("question", passkeys.toSignIn())
                .with("next", WayBack.of(next).path());
    }

    @PostMapping
    Mono<Rendering> signIn(ServerWebExchange exchange, Language language, Answer answer) {
        return passkeys.recognise(
                        String.valueOf(answer.challenge()), String.valueOf(answer.answer()))
                .flatMap(account -> sessions.begin(exchange, account).thenReturn(account))
                .map(account -> in(language, answer))
                .switchIfEmpty(Mono.fromSupplier(() -> refused(exchange, answer)));
    }

    private static Rendering in(Language language, Answer answer) {
        return Redirects.to(
                WayBack.of(String.valueOf(answer.next())).orElse("/" + language.tag() + "/desk"));
    }

    private Rendering refused(ServerWebExchange exchange, Answer answer) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(String.valueOf(answer.next())).with("refused", true).rendering();
    }
}
