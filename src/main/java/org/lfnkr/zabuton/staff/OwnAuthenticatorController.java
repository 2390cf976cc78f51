package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.spare.Totp;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One's own authenticator app. Whoever adds one shows a passkey first, and then its first code. */
@Controller
@Needs(Right.COME_IN)
@RequestMapping("/{lang:en|ja}/desk/account/authenticators")
class OwnAuthenticatorController {

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final SpareWay way;

    OwnAuthenticatorController(Passkeys passkeys, Accounts accounts, SpareWay way) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.way = way;
    }

    /** What the forms send: what a passkey answered, or the app's first code. */
    record Sent(String challenge, String answer, String code) {

        Sent {
            challenge = Objects.requireNonNullElse(challenge, "");
            answer = Objects.requireNonNullElse(answer, "");
            code = Typed.code(Objects.requireNonNullElse(code, ""));
        }
    }

    /** Shows the key on the very page that answers, and nowhere again. */
    @PostMapping
    Mono<Rendering> make(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            Sent sent) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return passkeys.recognise(sent.challenge(), sent.answer())
                .filter(account -> account.equals(staff.account()))
                .flatMap(account -> way.make(account).zipWith(accounts.mail(account)))
                .map(made -> page(made.getT1(), made.getT2()))
                .switchIfEmpty(told(exchange, language, "unproven"));
    }

    private static Rendering page(Totp made, String mail) {
        return Page.of("staff/authenticator")
                .with("key", String.join(" ", made.text().split("(?<=\\G.{4})")))
                .with("uri", made.uri(mail))
                .with("form", Form.filled(Map.of()))
                .rendering();
    }

    @PostMapping("/confirmations")
    Mono<Rendering> confirm(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            Sent sent) {
        return way.confirm(staff.account(), sent.code())
                .flatMap(
                        done ->
                                done
                                        ? told(exchange, language, "authenticator-added")
                                        : Mono.fromSupplier(() -> again(exchange)));
    }

    /** The key is not shown again; the app has it. */
    private static Rendering again(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return Page.of("staff/authenticator")
                .with(
                        "form",
                        new Form(
                                Map.of(),
                                List.of(Problem.of("code", "staff.authenticator.code.refused"))))
                .rendering();
    }

    @PostMapping("/removals")
    Mono<Rendering> remove(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff) {
        return way.remove(staff.account()).then(told(exchange, language, "authenticator-removed"));
    }

    private static Mono<Rendering> told(ServerWebExchange exchange, Language language, String key) {
        return Mono.fromSupplier(
                () ->
                        Told.on(
                                exchange,
                                "/" + language.tag() + "/desk/account",
                                OwnAccountController.TOLD + key));
    }
}
