package org.lfnkr.zabuton.supporters.requests;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Kind;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Outcome;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Way;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.util.List;

/** Where staff note requests under the privacy law, and see how many days are left for each. */
@Controller
@Needs(Right.SEE_PRIVACY_REQUESTS)
@RequestMapping("/{lang:en|ja}/desk/requests")
class RequestsController {

    private static final String TOLD = "requests.told.";
    private static final List<String> ALL_TOLD = List.of(TOLD + "noted", TOLD + "answered");

    private final Requests requests;
    private final Clock clock;

    RequestsController(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * @param before the last one on the page before, of those that are answered
     */
    @InMenu(value = DeskEntry.HOUSE, title = "requests.title", place = 15)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String before) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return page(before, RequestForm.fresh(clock.instant()).form())
                .map(page -> page.with("told", Told.take(exchange, ALL_TOLD)).rendering());
    }

    private Mono<Page> page(String before, Form form) {
        return requests.open()
                .collectList()
                .zipWith(requests.answered(Slice.id(before)))
                .map(
                        both ->
                                Page.of("supporters/requests")
                                        .with("open", both.getT1())
                                        .with("answered", both.getT2())
                                        .with("begun", before.isEmpty())
                                        .with("today", BusinessDate.of(clock.instant()))
                                        .with("kinds", Kind.values())
                                        .with("ways", Way.values())
                                        .with("outcomes", Outcome.values())
                                        .with("days", PrivacyRequest.DAYS)
                                        .with("form", form));
    }

    @Needs(Right.KEEP_PRIVACY_REQUESTS)
    @PostMapping
    Mono<Rendering> note(ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getFormData()
                .map(typed -> RequestForm.sent(typed.toSingleValueMap(), clock.instant()))
                .flatMap(
                        form ->
                                form.failed()
                                        ? again(exchange, form.form())
                                        : note(form, staff)
                                                .map(it -> on(exchange, language, "noted")));
    }

    private Mono<PrivacyRequest> note(RequestForm form, Principal staff) {
        return SentOnce.carryOut(
                requests.note(
                        form.id(),
                        form.kind().orElseThrow(),
                        form.way().orElseThrow(),
                        form.received().orElseThrow(),
                        staff.getName()),
                requests.find(form.id()));
    }

    private Mono<Rendering> again(ServerWebExchange exchange, Form form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page("", form).map(Page::rendering);
    }

    @Needs(Right.KEEP_PRIVACY_REQUESTS)
    @PostMapping("/{request}/answers")
    Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String request,
            Principal staff) {
        return exchange.getFormData()
                .map(typed -> new AnswerForm(Slice.id(request), typed.toSingleValueMap()))
                .flatMap(form -> answer(exchange, language, form, staff))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** An outcome that the page doesn't offer comes from no form of ours. */
    private Mono<Rendering> answer(
            ServerWebExchange exchange, Language language, AnswerForm form, Principal staff) {
        return Mono.zip(requests.find(form.request()), Mono.justOrEmpty(form.outcome()))
                .flatMap(
                        both ->
                                both.getT1().isOpen() && !form.isSaid()
                                        ? again(exchange, form.unsaid(clock.instant()))
                                        : answer(
                                                exchange,
                                                language,
                                                form,
                                                both.getT1(),
                                                both.getT2(),
                                                staff));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            AnswerForm form,
            PrivacyRequest request,
            Outcome outcome,
            Principal staff) {
        return requests.answer(request.id(), outcome, form.reason(), staff.getName())
                .flatMap(
                        first ->
                                first
                                        ? Mono.fromSupplier(
                                                () -> on(exchange, language, "answered"))
                                        : again(
                                                exchange,
                                                form.late(request.reference(), clock.instant())));
    }

    private static Rendering on(ServerWebExchange exchange, Language language, String word) {
        return Told.on(exchange, "/" + language.tag() + "/desk/requests", TOLD + word);
    }
}
