package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Anybody;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.web.HostCookie;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Where somebody who was invited makes their passkey, and comes in by it at once. */
@Controller
@Anybody
@RequestMapping("/{lang:en|ja}/desk")
class InvitationController {

    /** The link's token between opening the link and making the passkey. */
    private static final HostCookie INVITATION = new HostCookie("invitation", Duration.ofHours(1));

    private final InvitationStore invitations;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasskeyStore keys;
    private final StaffSessions sessions;
    private final Clock clock;

    InvitationController(
            InvitationStore invitations,
            Accounts accounts,
            Passkeys passkeys,
            PasskeyStore keys,
            StaffSessions sessions,
            Clock clock) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.keys = keys;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What the form sends: what the page asked, and what the browser answered. */
    record Answer(String challenge, String answer) {}

    /**
     * Where the link leads. It uses nothing up, because mail scanners open links too; it takes the
     * token out of the address before there is a page that could hand it on.
     */
    @GetMapping("/invitations/{token}")
    Rendering open(ServerWebExchange exchange, Language language, @PathVariable String token) {
        exchange.getResponse().getHeaders().set("Referrer-Policy", "no-referrer");
        Secret.parse(token).ifPresent(it -> INVITATION.write(exchange.getResponse(), it.text()));
        return Redirects.to(language, "/desk/invitation");
    }

    /** Leads on to where the passkey is made, without a mail. */
    static Rendering lead(ServerWebExchange exchange, Language language, Secret token) {
        INVITATION.write(exchange.getResponse(), token.text());
        return Redirects.to(language, "/desk/invitation");
    }

    @GetMapping("/invitation")
    Mono<Rendering> show(ServerWebExchange exchange) {
        return page(exchange, false);
    }

    private Mono<Rendering> page(ServerWebExchange exchange, boolean refused) {
        return Mono.justOrEmpty(token(exchange))
                .flatMap(token -> invitations.invited(token, clock.instant()))
                .flatMap(this::question)
                .map(question -> page().with("question", question).with("refused", refused))
                .defaultIfEmpty(page())
                .map(Page::rendering);
    }

    private static Page page() {
        return Page.of("staff/invitation");
    }

    private Mono<Passkeys.Question> question(UUID account) {
        return accounts.mail(account)
                .zipWith(keys.ids(account).collectList())
                .map(both -> passkeys.toMake(account, both.getT1(), both.getT2()));
    }

    @PostMapping("/invitation")
    Mono<Rendering> accept(ServerWebExchange exchange, Language language, Answer answer) {
        return Mono.justOrEmpty(token(exchange))
                .flatMap(
                        token ->
                                passkeys.accept(
                                        token,
                                        String.valueOf(answer.challenge()),
                                        String.valueOf(answer.answer()),
                                        StaffSessions.device(exchange)))
                .flatMap(account -> sessions.begin(exchange, account).thenReturn(account))
                .doOnNext(account -> INVITATION.clear(exchange.getResponse()))
                .map(account -> Redirects.to(language, "/desk"))
                .switchIfEmpty(Mono.defer(() -> refused(exchange)));
    }

    private Mono<Rendering> refused(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, true);
    }

    private static Optional<Secret> token(ServerWebExchange exchange) {
        return INVITATION.read(exchange.getRequest()).flatMap(Secret::parse);
    }
}
