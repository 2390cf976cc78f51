package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.spare.SpareKeyStore;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
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

import java.util.List;
import java.util.UUID;

/** One's own account: what one may do, and where one is signed in. */
@Controller
@Needs(Right.COME_IN)
@RequestMapping("/{lang:en|ja}/desk")
class OwnAccountController {

    static final String TOLD = "staff.account.told.";

    private static final List<String> TELLING =
            List.of(
                    TOLD + "sessions-ended",
                    TOLD + "passkey-removed",
                    TOLD + "passkey-last",
                    TOLD + "unproven",
                    TOLD + "authenticator-added",
                    TOLD + "authenticator-removed");

    private final StaffSessions sessions;
    private final SignOuts signOuts;
    private final Passkeys passkeys;
    private final PasskeyStore keys;
    private final RecoveryStore codes;
    private final SpareKeyStore spare;

    OwnAccountController(
            StaffSessions sessions,
            SignOuts signOuts,
            Passkeys passkeys,
            PasskeyStore keys,
            RecoveryStore codes,
            SpareKeyStore spare) {
        this.spare = spare;
        this.sessions = sessions;
        this.signOuts = signOuts;
        this.passkeys = passkeys;
        this.keys = keys;
        this.codes = codes;
    }

    @InMenu(value = DeskEntry.HOUSE, title = "staff.account.title", place = 90)
    @GetMapping("/account")
    Mono<Rendering> show(ServerWebExchange exchange, @AuthenticationPrincipal StaffSession staff) {
        return Mono.zip(
                        sessions.of(staff.account()).collectList(),
                        keys.of(staff.account()).collectList(),
                        codes.left(staff.account()),
                        spare.confirmed(staff.account()).hasElement())
                .map(
                        parts ->
                                Page.of("staff/account")
                                        .with("sessions", parts.getT1())
                                        .with("here", staff.id())
                                        .with("roles", staff.roles().stream().sorted().toList())
                                        .with("passkeys", parts.getT2())
                                        .with("codes", parts.getT3())
                                        .with("authenticator", parts.getT4())
                                        .with("question", passkeys.toSignIn())
                                        .with("told", Told.take(exchange, TELLING))
                                        .rendering());
    }

    @PostMapping("/sign-outs")
    Mono<Rendering> signOut(ServerWebExchange exchange, Language language) {
        return sessions.end(exchange).thenReturn(Redirects.to(language, "/desk/sign-in"));
    }

    @PostMapping("/account/sessions/{ended}/endings")
    Mono<Rendering> end(
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable UUID ended) {
        return sessions.end(staff.account(), ended)
                .thenReturn(Redirects.to(language, "/desk/account"));
    }

    /** Everywhere but here. */
    @PostMapping("/account/sessions/endings")
    Mono<Rendering> endOthers(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff) {
        return signOuts.elsewhere(staff)
                .thenReturn(
                        Told.on(
                                exchange,
                                "/" + language.tag() + "/desk/account",
                                TOLD + "sessions-ended"));
    }
}
