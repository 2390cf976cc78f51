package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Anybody;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.Tries;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.Typed;
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

/** Where the spare way in is asked for. It says the same whoever is asked for. */
@Controller
@Anybody
@RequestMapping("/{lang:en|ja}/desk/spare")
class SpareSignInController {

    private static final String ASKED = "staff.spare.told.asked";
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FROM_A_SENDER = 40;
    private static final int FOR_AN_ADDRESS = 5;

    private final SpareLetters letters;
    private final Accounts accounts;
    private final Tries tries;

    SpareSignInController(SpareLetters letters, Accounts accounts, Tries tries) {
        this.letters = letters;
        this.accounts = accounts;
        this.tries = tries;
    }

    /** What the form sends. */
    record Sent(String mail) {

        Sent {
            mail = Typed.code(Objects.requireNonNullElse(mail, ""));
        }
    }

    @GetMapping
    Rendering show(ServerWebExchange exchange) {
        return Page.of("staff/spare")
                .with("form", Form.filled(Map.of()))
                .with("told", Told.take(exchange, List.of(ASKED)))
                .rendering();
    }

    @PostMapping
    Mono<Rendering> ask(ServerWebExchange exchange, Language language, Sent sent) {
        List<byte[]> indexes = accounts.indexes(sent.mail());
        return isAllowed(exchange, indexes.getFirst())
                .filter(allowed -> allowed)
                .flatMap(allowed -> letters.ask(indexes, language))
                .then(Mono.fromSupplier(() -> told(exchange, language)));
    }

    /** Counts both, whoever it is. */
    private Mono<Boolean> isAllowed(ServerWebExchange exchange, byte[] index) {
        byte[] sender = tries.sender(exchange.getRequest());
        return Mono.zip(
                tries.allow("staff-spare-from", sender, FROM_A_SENDER, WINDOW),
                tries.allow("staff-spare-for", index, FOR_AN_ADDRESS, WINDOW),
                Boolean::logicalAnd);
    }

    private static Rendering told(ServerWebExchange exchange, Language language) {
        return Told.on(exchange, "/" + language.tag() + "/desk/spare", ASKED);
    }
}
