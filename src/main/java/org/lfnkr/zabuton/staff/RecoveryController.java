package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Anybody;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.Tries;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where somebody who has lost all passkeys makes a new one. It never says who has an account. */
@Controller
@Anybody
@RequestMapping("/{lang:en|ja}/desk/recovery")
class RecoveryController {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FROM_A_SENDER = 20;
    private static final int FOR_AN_ADDRESS = 10;

    private final RecoveryCodes codes;
    private final Accounts accounts;
    private final Tries tries;

    RecoveryController(RecoveryCodes codes, Accounts accounts, Tries tries) {
        this.codes = codes;
        this.accounts = accounts;
        this.tries = tries;
    }

    /** What the form sends. */
    record Sent(String mail, String code) {

        Sent {
            mail = Typed.code(Objects.requireNonNullElse(mail, ""));
            code = Typed.code(Objects.requireNonNullElse(code, ""));
        }
    }

    @GetMapping
    Rendering show() {
        return page(Form.filled(Map.of()));
    }

    private static Rendering page(Form form) {
        return Page.of("staff/recovery").with("form", form).rendering();
    }

    @PostMapping
    Mono<Rendering> redeem(ServerWebExchange exchange, Language language, Sent sent) {
        return isAllowed(exchange, sent)
                .filter(allowed -> allowed)
                .flatMap(allowed -> codes.redeem(sent.mail(), sent.code(), language))
                .map(token -> InvitationController.lead(exchange, language, token))
                .switchIfEmpty(Mono.fromSupplier(() -> refused(exchange, sent)));
    }

    /** Counts both, whoever it is. */
    private Mono<Boolean> isAllowed(ServerWebExchange exchange, Sent sent) {
        byte[] sender = tries.sender(exchange.getRequest());
        byte[] address = accounts.indexes(sent.mail()).getFirst();
        return Mono.zip(
                tries.allow("staff-recovery-from", sender, FROM_A_SENDER, WINDOW),
                tries.allow("staff-recovery-for", address, FOR_AN_ADDRESS, WINDOW),
                Boolean::logicalAnd);
    }

    private static Rendering refused(ServerWebExchange exchange, Sent sent) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(
                new Form(
                        Map.of("mail", sent.mail()),
                        List.of(Problem.of("code", "staff.recovery.refused"))));
    }
}
