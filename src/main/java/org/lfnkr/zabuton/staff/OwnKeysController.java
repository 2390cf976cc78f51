package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Base64;
import java.util.UUID;

/**
 * One's own passkeys and recovery codes. Whoever makes another way in shows a passkey first: a
 * browser that was left open is not enough.
 */
@Controller
@Needs(Right.COME_IN)
@RequestMapping("/{lang:en|ja}/desk/account")
class OwnKeysController {

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final RecoveryCodes codes;

    OwnKeysController(Passkeys passkeys, Accounts accounts, RecoveryCodes codes) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.codes = codes;
    }

    /** What a form sends that asks for a passkey. */
    record Answer(String challenge, String answer) {}

    private Mono<UUID> shown(StaffSession staff, Answer answer) {
        return passkeys.recognise(
                        String.valueOf(answer.challenge()), String.valueOf(answer.answer()))
                .filter(account -> account.equals(staff.account()));
    }

    private static Mono<Rendering> told(ServerWebExchange exchange, Language language, String key) {
        return Mono.fromSupplier(
                () ->
                        Told.on(
                                exchange,
                                "/" + language.tag() + "/desk/account",
                                OwnAccountController.TOLD + key));
    }

    @PostMapping("/passkeys")
    Mono<Rendering> add(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            Answer answer) {
        return shown(staff, answer)
                .flatMap(account -> accounts.invite(account, staff.getName()))
                .map(token -> InvitationController.lead(exchange, language, token))
                .switchIfEmpty(told(exchange, language, "unproven"));
    }

    @PostMapping("/passkeys/{passkey}/removals")
    Mono<Rendering> remove(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable String passkey) {
        return staff.spare()
                ? told(exchange, language, "unproven")
                : passkeys.remove(staff.account(), id(passkey))
                        .flatMap(
                                gone ->
                                        told(
                                                exchange,
                                                language,
                                                gone ? "passkey-removed" : "passkey-last"));
    }

    private static byte[] id(String passkey) {
        try {
            return Base64.getUrlDecoder().decode(passkey);
        } catch (IllegalArgumentException noPasskey) {
            return new byte[0];
        }
    }

    /** Shows them on the very page that answers, and nowhere again. */
    @PostMapping("/recovery-codes")
    Mono<Rendering> makeCodes(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            Answer answer) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return shown(staff, answer)
                .flatMap(codes::make)
                .map(made -> Page.of("staff/codes").with("codes", made).rendering())
                .switchIfEmpty(told(exchange, language, "unproven"));
    }
}
