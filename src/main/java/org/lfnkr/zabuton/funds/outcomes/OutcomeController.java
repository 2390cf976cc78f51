package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What one disbursement bought, and where staff note what became of it. */
@Controller
@Needs(Right.SEE_OUTCOMES)
@RequestMapping("/{lang:en|ja}" + OutcomesController.PATH + "/{id}")
class OutcomeController {

    private final OutcomePages pages;
    private final Outcomes outcomes;
    private final Formats formats;
    private final Clock clock;

    OutcomeController(OutcomePages pages, Outcomes outcomes, Formats formats, Clock clock) {
        this.pages = pages;
        this.outcomes = outcomes;
        this.formats = formats;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String id) {
        return pages.find(id).flatMap(it -> pages.show(exchange, it));
    }

    @Needs(Right.NOTE_OUTCOMES)
    @PostMapping("/purchases")
    Mono<Rendering> buy(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return pages.find(id)
                .zipWhen(it -> read(exchange, typed -> dated(typed, it, language)))
                .flatMap(
                        both ->
                                new Act(exchange, language, both.getT1(), both.getT2(), "bought")
                                        .carryOut(form -> buy(both.getT1(), form, staff)));
    }

    private Mono<Noted> buy(Bought it, OutcomeForm form, Principal staff) {
        return outcomes.buy(
                new PurchaseDraft(
                        form.id(), it.disbursement(), form.units(), form.on(), form.evidence()),
                UUID.fromString(staff.getName()));
    }

    @Needs(Right.NOTE_OUTCOMES)
    @PostMapping("/deliveries")
    Mono<Rendering> deliver(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return pages.find(id)
                .zipWhen(it -> read(exchange, typed -> dated(typed, it, language)))
                .flatMap(
                        both ->
                                new Act(exchange, language, both.getT1(), both.getT2(), "delivered")
                                        .carryOut(form -> deliver(both.getT1(), form, staff)));
    }

    private Mono<Noted> deliver(Bought it, OutcomeForm form, Principal staff) {
        return outcomes.deliver(
                new Delivery(
                        form.id(), it.disbursement(), form.units(), form.on(), form.evidence()),
                staff.getName());
    }

    @Needs(Right.NOTE_OUTCOMES)
    @PostMapping("/shortfalls")
    Mono<Rendering> fallShort(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return pages.find(id)
                .zipWith(read(exchange, OutcomeForm::shortfall))
                .flatMap(
                        both ->
                                new Act(exchange, language, both.getT1(), both.getT2(), "short")
                                        .carryOut(form -> fallShort(both.getT1(), form, staff)));
    }

    private Mono<Noted> fallShort(Bought it, OutcomeForm form, Principal staff) {
        return outcomes.fallShort(
                form.of(it.disbursement(), clock.instant()), UUID.fromString(staff.getName()));
    }

    private OutcomeForm dated(Map<String, String> typed, Bought it, Language language) {
        LocalDate earliest = it.earliest();
        String key = it.purchase() == null ? "outcomes.on.unsigned" : "outcomes.on.unbought";
        Problem early = Problem.of("on", key, formats.date(earliest, language));
        return OutcomeForm.dated(typed, earliest, early, BusinessDate.of(clock.instant()));
    }

    private static Mono<OutcomeForm> read(
            ServerWebExchange exchange, Function<Map<String, String>, OutcomeForm> reading) {
        return exchange.getFormData().map(sent -> reading.apply(sent.toSingleValueMap()));
    }

    /** One form of the page, as it was sent. */
    private final class Act {

        private final ServerWebExchange exchange;
        private final Language language;
        private final Bought it;
        private final OutcomeForm form;
        private final String name;

        Act(
                ServerWebExchange exchange,
                Language language,
                Bought it,
                OutcomeForm form,
                String name) {
            this.exchange = exchange;
            this.language = language;
            this.it = it;
            this.form = form;
            this.name = name;
        }

        Mono<Rendering> carryOut(Function<OutcomeForm, Mono<Noted>> act) {
            return form.failed()
                    ? again(form)
                    : SentOnce.carryOut(act.apply(form), outcomes.asked(form.id()))
                            .flatMap(this::answer);
        }

        private Mono<Rendering> answer(Noted noted) {
            return switch (noted) {
                case DONE -> told(name);
                case ASKED -> told("asked");
                case OVER -> told("over");
                case TOO_MANY -> again(form.with(Problem.of("units", "outcomes.units.many")));
            };
        }

        private Mono<Rendering> told(String what) {
            return Mono.fromSupplier(
                    () -> OutcomePages.told(exchange, language, it.disbursement(), what));
        }

        private Mono<Rendering> again(OutcomeForm wrong) {
            return pages.again(exchange, it, wrong, name);
        }
    }
}
