package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;

/** Where finance notes what a card terminal's provider paid out. */
@Controller
@Needs(Right.CLOSE_BAZAARS)
@RequestMapping("/{lang:en|ja}/desk/bazaars/{bazaar}/payouts")
class TerminalPayoutController {

    private final CounterPages pages;
    private final BazaarPages own;
    private final TerminalPayouts payouts;

    TerminalPayoutController(CounterPages pages, BazaarPages own, TerminalPayouts payouts) {
        this.pages = pages;
        this.own = own;
        this.payouts = payouts;
    }

    @PostMapping
    Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return Mono.zip(pages.bazaar(bazaar), CounterPages.typed(exchange))
                .flatMap(
                        both ->
                                note(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        new TerminalPayoutForm(both.getT2()),
                                        staff));
    }

    private Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            TerminalPayoutForm form,
            Principal staff) {
        List<Problem> problems = form.problems();
        return problems.isEmpty()
                ? payouts.note(bazaar, form.payout(), staff.getName())
                        .flatMap(it -> answer(exchange, language, bazaar, form, staff, it))
                : again(exchange, bazaar, form, problems, staff);
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            TerminalPayoutForm form,
            Principal staff,
            TerminalPayouts.Answer answer) {
        return switch (answer) {
            case NOTED -> led(exchange, language, bazaar, CounterPages.DONE);
            case NOT_NOW -> late(exchange, language, bazaar, form, staff);
            case REFERENCE_TAKEN, NOT_THAT_DAY, TOO_MUCH ->
                    again(
                            exchange,
                            bazaar,
                            form,
                            List.of(TerminalPayoutForm.problem(answer)),
                            staff);
        };
    }

    /** The very same, sent twice, needs no second look. */
    private Mono<Rendering> late(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            TerminalPayoutForm form,
            Principal staff) {
        return payouts.find(bazaar)
                .filter(form.payout()::equals)
                .flatMap(same -> led(exchange, language, bazaar, CounterPages.NOT_NOW))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        again(
                                                exchange,
                                                bazaar,
                                                form,
                                                List.of(TerminalPayoutForm.OVER),
                                                staff)));
    }

    private static Mono<Rendering> led(
            ServerWebExchange exchange, Language language, Bazaar bazaar, String key) {
        return Mono.fromSupplier(() -> CounterPages.led(exchange, language, bazaar, "", key));
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            Bazaar bazaar,
            TerminalPayoutForm form,
            List<Problem> problems,
            Principal staff) {
        Form shown = CounterPages.form(form.typed(), problems);
        return own.again(exchange, bazaar, shown, staff.getName());
    }
}
