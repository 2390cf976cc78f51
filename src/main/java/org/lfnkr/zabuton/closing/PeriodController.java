package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.Typed;
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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One month: what stands in the way of closing it, and what was kept of it when it was closed. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + PeriodController.PATH + "/{month}")
class PeriodController {

    static final String PATH = "/desk/periods";

    private static final int LONGEST = 200;
    private static final String UNREASONED = "closing.waiver.reason.missing";
    private static final String OVER = "closing.wrong.over";

    private static final List<String> TOLD =
            List.of(
                    "closing.told.began",
                    "closing.told.asked",
                    "closing.told.waived",
                    "closing.told.before",
                    "closing.told.nothing");

    private final PeriodViews views;
    private final Periods periods;
    private final Formats formats;

    PeriodController(PeriodViews views, Periods periods, Formats formats) {
        this.views = views;
        this.periods = periods;
        this.formats = formats;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, Language language, @PathVariable String month) {
        String told = Told.take(exchange, TOLD);
        return page(language, month, view -> Form.filled(Map.of()))
                .map(page -> page.with("told", told).rendering());
    }

    private Mono<Page> page(Language language, String month, Function<PeriodView, Form> form) {
        return Period.in(month)
                .flatMap(views::find)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .map(
                        view ->
                                Page.of("closing/period")
                                        .with("view", view)
                                        .with(
                                                "name",
                                                formats.month(view.period().month(), language))
                                        .with("form", form.apply(view)));
    }

    @Needs(Right.CLOSE_PERIODS)
    @PostMapping("/beginnings")
    Mono<Rendering> begin(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String month,
            Principal staff) {
        return Period.in(month)
                .flatMap(it -> periods.begin(it, staff.getName()))
                .map(begun -> begun ? "closing.told.began" : "closing.told.nothing")
                .map(told -> Told.on(exchange, address(language, month), told));
    }

    @Needs(Right.CLOSE_PERIODS)
    @PostMapping("/closings")
    Mono<Rendering> close(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String month,
            Principal staff) {
        return Period.in(month)
                .flatMap(it -> periods.close(it, staff.getName()))
                .map(what -> Told.on(exchange, address(language, month), told(what, "asked")));
    }

    @Needs(Right.CLOSE_PERIODS)
    @PostMapping("/waivers")
    Mono<Rendering> waive(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String month,
            Principal staff) {
        return Period.in(month)
                .then(exchange.getFormData())
                .flatMap(sent -> waive(exchange, language, month, sent.toSingleValueMap(), staff));
    }

    private Mono<Rendering> waive(
            ServerWebExchange exchange,
            Language language,
            String month,
            Map<String, String> typed,
            Principal staff) {
        String kind = typed.getOrDefault("obstacle", "");
        String reason = Typed.line(typed.getOrDefault(field(kind), ""));
        if (reason.isEmpty() || Typed.length(reason) > LONGEST) {
            return again(exchange, language, month, typed, UNREASONED);
        }
        return periods.waive(YearMonth.parse(month), kind, reason, staff.getName())
                .flatMap(
                        what ->
                                what instanceof Proposal.Nothing
                                        ? again(exchange, language, month, typed, OVER)
                                        : Mono.fromSupplier(
                                                () ->
                                                        Told.on(
                                                                exchange,
                                                                address(language, month),
                                                                told(what, "waived"))));
    }

    /** With all that was typed: where it may not be waived now, without a form. */
    private Mono<Rendering> again(
            ServerWebExchange exchange,
            Language language,
            String month,
            Map<String, String> typed,
            String problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(language, month, view -> form(view, typed, problem)).map(Page::rendering);
    }

    private static Form form(PeriodView view, Map<String, String> typed, String problem) {
        String kind = typed.getOrDefault("obstacle", "");
        if (view.asksFor(kind)) {
            return new Form(typed, List.of(Problem.of(field(kind), problem)));
        }
        String reason = typed.getOrDefault(field(kind), "");
        return new Form(Map.of("reason", reason), List.of(Problem.late(OVER)));
    }

    /** Each has one of its own on the page. */
    private static String field(String kind) {
        return "reason-" + kind;
    }

    private static String told(Proposal what, String made) {
        return switch (what) {
            case Proposal.Made it -> "closing.told." + made;
            case Proposal.Before it -> "closing.told.before";
            case Proposal.Nothing it -> "closing.told.nothing";
            case Proposal.Unreasoned it -> throw new IllegalStateException("It has a reason");
        };
    }

    private static String address(Language language, String month) {
        return "/" + language.tag() + PATH + "/" + month;
    }
}
