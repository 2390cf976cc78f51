package org.lfnkr.zabuton.reveals.breach;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Where staff count whom a breach affects, and ask for the list. */
@Controller
@Needs(Right.SEE_BREACHES)
@RequestMapping("/{lang:en|ja}/desk/breaches")
class BreachController {

    private static final String ASKED = "breach.told.asked";

    private final Breaches breaches;
    private final Clock clock;

    BreachController(Breaches breaches, Clock clock) {
        this.breaches = breaches;
        this.clock = clock;
    }

    @InMenu(value = DeskEntry.HOUSE, title = "breach.title", place = 45)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return list(Form.filled(Map.of()));
    }

    private Mono<Rendering> list(Form form) {
        return Mono.zip(breaches.latest().collectList(), breaches.openers().collectList())
                .map(
                        both ->
                                Page.of("reveals/breaches")
                                        .with("breaches", both.getT1())
                                        .with("openers", both.getT2())
                                        .with("scopes", Breach.Scope.values())
                                        .with("form", form)
                                        .rendering());
    }

    @Needs(Right.HANDLE_BREACHES)
    @PostMapping
    Mono<Rendering> note(ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getFormData()
                .map(typed -> BreachForm.sent(typed.toSingleValueMap()))
                .flatMap(form -> note(exchange, language, form, Colleague.of(staff)));
    }

    private Mono<Rendering> note(
            ServerWebExchange exchange, Language language, BreachForm form, Colleague reader) {
        if (form.failed()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return list(form.form());
        }
        Breach noted = form.breach(reader.account(), clock.instant());
        return SentOnce.carryOut(breaches.note(noted), breaches.find(noted.id()))
                .map(breach -> Redirects.to(language, "/desk/breaches/" + breach.id()));
    }

    @GetMapping("/{breach}")
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String breach, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, List.of(ASKED));
        return page(breach, Form.filled(Map.of()), Colleague.of(staff))
                .map(page -> page.with("told", told).rendering());
    }

    private Mono<Breach> found(String breach) {
        return breaches.find(Slice.id(breach))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Page> page(String breach, Form form, Colleague reader) {
        return found(breach)
                .zipWhen(breaches::count)
                .map(
                        both ->
                                Page.of("reveals/breach")
                                        .with("breach", both.getT1())
                                        .with("people", both.getT2())
                                        .with(
                                                "allowed",
                                                both.getT1()
                                                        .isAllowed(
                                                                reader.account(), clock.instant()))
                                        .with("form", form));
    }

    @Needs(Right.HANDLE_BREACHES)
    @PostMapping("/{breach}/proposals")
    Mono<Rendering> ask(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String breach,
            Principal staff) {
        Colleague reader = Colleague.of(staff);
        return Mono.zip(found(breach), exchange.getFormData())
                .flatMap(
                        both -> {
                            AskingForm form = AskingForm.sent(both.getT2());
                            return breaches.ask(both.getT1(), form.reason(), reader)
                                    .map(proposal -> form.after(proposal, both.getT1()))
                                    .flatMap(it -> answer(exchange, language, breach, it, reader));
                        });
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            String breach,
            Form form,
            Colleague reader) {
        if (form.failed()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return page(breach, form, reader).map(Page::rendering);
        }
        String page = "/" + language.tag() + "/desk/breaches/" + breach;
        return Mono.fromSupplier(() -> Told.on(exchange, page, ASKED));
    }
}
