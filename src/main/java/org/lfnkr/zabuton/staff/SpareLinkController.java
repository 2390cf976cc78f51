package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Anybody;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.KeptLinks;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.supporters.proofs.Tries;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.HostCookie;
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
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where the mailed link of the spare way leads, and the authenticator app's code is asked for. */
@Controller
@Anybody
@RequestMapping("/{lang:en|ja}/desk/spare")
class SpareLinkController {

    /** The link's token between opening the link and typing the code. */
    private static final HostCookie LINK = new HostCookie("spare", SpareWay.VALID);

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FROM_A_SENDER = 40;

    private final SpareWay way;
    private final StaffSessions sessions;
    private final Tries tries;

    SpareLinkController(SpareWay way, StaffSessions sessions, Tries tries) {
        this.way = way;
        this.sessions = sessions;
        this.tries = tries;
    }

    /** What the form sends. */
    record Sent(String code) {

        Sent {
            code = Typed.code(Objects.requireNonNullElse(code, ""));
        }
    }

    /** It uses nothing up, and takes the token out of the address, as an invitation's link does. */
    @GetMapping("/links/{token}")
    Rendering open(ServerWebExchange exchange, Language language, @PathVariable String token) {
        exchange.getResponse().getHeaders().set("Referrer-Policy", "no-referrer");
        KeptLinks.keep(LINK, exchange, token);
        return Redirects.to(language, "/desk/spare/code");
    }

    @GetMapping("/code")
    Mono<Rendering> show(ServerWebExchange exchange) {
        return page(exchange, List.of());
    }

    private Mono<Rendering> page(ServerWebExchange exchange, List<Problem> problems) {
        return Mono.justOrEmpty(token(exchange))
                .flatMap(way::isOpen)
                .defaultIfEmpty(false)
                .map(
                        open ->
                                Page.of("staff/spare-code")
                                        .with("open", open)
                                        .with("form", new Form(Map.of(), problems))
                                        .rendering());
    }

    @PostMapping("/code")
    Mono<Rendering> come(ServerWebExchange exchange, Language language, Sent sent) {
        return isAllowed(exchange)
                .filter(allowed -> allowed)
                .flatMap(allowed -> Mono.justOrEmpty(token(exchange)))
                .flatMap(token -> way.come(token, sent.code()))
                .flatMap(account -> sessions.beginSpare(exchange, account).thenReturn(account))
                .doOnNext(account -> LINK.clear(exchange.getResponse()))
                .map(account -> Redirects.to(language, "/desk"))
                .switchIfEmpty(Mono.defer(() -> refused(exchange)));
    }

    private Mono<Boolean> isAllowed(ServerWebExchange exchange) {
        byte[] sender = tries.sender(exchange.getRequest());
        return tries.allow("staff-spare-code", sender, FROM_A_SENDER, WINDOW);
    }

    private Mono<Rendering> refused(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, List.of(Problem.of("code", "staff.spare.code.refused")));
    }

    private static Optional<Secret> token(ServerWebExchange exchange) {
        return LINK.read(exchange.getRequest()).flatMap(Secret::parse);
    }
}
