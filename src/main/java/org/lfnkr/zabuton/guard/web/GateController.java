package org.lfnkr.zabuton.guard.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.GateMode;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where staff see how many try to reach Stripe's page, and stop them. */
@Controller
@Needs(Right.SEE_GATES)
@RequestMapping("/{lang:en|ja}/desk/gates")
class GateController {

    private static final List<String> TOLD =
            Arrays.stream(Gate.values())
                    .flatMap(gate -> Arrays.stream(GateMode.values()).map(mode -> key(gate, mode)))
                    .toList();

    private final Guard guard;

    GateController(Guard guard) {
        this.guard = guard;
    }

    /** What a form sends: the mode that was chosen. A form without it is none of ours. */
    record Choice(@Nullable GateMode mode) {

        GateMode made() {
            if (mode == null) {
                throw new ServerWebInputException("Nothing was chosen");
            }
            return mode;
        }
    }

    @InMenu(value = DeskEntry.HOUSE, title = "guard.title", place = 40)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return guard.gates()
                .collectList()
                .map(
                        gates ->
                                Page.of("guard/gates")
                                        .with("gates", gates)
                                        .with("modes", GateMode.values())
                                        .with("told", Told.take(exchange, TOLD))
                                        .rendering());
    }

    @Needs(Right.SET_GATES)
    @PostMapping("/{gate}")
    Mono<Rendering> set(
            ServerWebExchange exchange,
            Language language,
            @PathVariable Gate gate,
            Choice choice,
            Principal staff) {
        return guard.set(gate, choice.made(), staff.getName())
                .then(Mono.fromSupplier(() -> told(exchange, language, gate, choice.made())));
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, Gate gate, GateMode mode) {
        return Told.on(exchange, "/" + language.tag() + "/desk/gates", key(gate, mode));
    }

    private static String key(Gate gate, GateMode mode) {
        return ("guard.told." + gate + "." + mode).toLowerCase(Locale.ROOT);
    }
}
