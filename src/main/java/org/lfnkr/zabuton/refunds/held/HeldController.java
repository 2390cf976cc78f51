package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
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
import java.util.List;
import java.util.Map;

/** Where staff see what is held, what follows from each decision, and decide; without a name. */
@Controller
@Needs(Right.SEE_FAILED_REFUNDS)
@RequestMapping("/{lang:en|ja}/desk/held")
class HeldController {

    private static final List<String> TOLD =
            List.of(
                    "held.told.accept",
                    "held.told.give-back",
                    "held.told.release",
                    "held.told.proposed",
                    "held.told.before");

    private final HeldCases cases;
    private final HeldPages pages;
    private final HeldDesk desk;

    HeldController(HeldCases cases, HeldPages pages, HeldDesk desk) {
        this.cases = cases;
        this.pages = pages;
        this.desk = desk;
    }

    /**
     * @param state {@code decided} for those that wait no more
     * @param after the one that stood last on the page before
     */
    @InMenu(value = DeskEntry.MONEY, title = "held.title", place = 15)
    @GetMapping
    Mono<Rendering> list(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        boolean decided = state.equals("decided");
        return cases.list(!decided, Slice.id(after))
                .map(
                        shown ->
                                Page.of("refunds/held/list")
                                        .with("cases", shown)
                                        .with("decided", decided)
                                        .with("begun", after.isEmpty())
                                        .rendering());
    }

    @GetMapping("/{hold}")
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String hold) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return known(hold)
                .map(
                        it ->
                                pages.show(HeldForm.fresh(it, Map.of()))
                                        .with("told", Told.take(exchange, TOLD))
                                        .rendering());
    }

    @Needs(Right.REFUND_ORDERS)
    @PostMapping("/{hold}")
    Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String hold,
            Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return known(hold)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                take(
                                        exchange,
                                        language,
                                        HeldForm.sent(
                                                both.getT1(), both.getT2().toSingleValueMap()),
                                        staff));
    }

    private Mono<Rendering> take(
            ServerWebExchange exchange, Language language, HeldForm form, Principal staff) {
        return switch (form.typed().getOrDefault("act", "")) {
            case "do" ->
                    desk.decide(form.known().hold().id().value(), form.typed(), staff.getName())
                            .flatMap(answer -> answered(exchange, language, form, answer, staff));
            case "change" ->
                    Mono.just(pages.show(HeldForm.fresh(form.known(), form.typed())).rendering());
            default -> looked(exchange, form, false, staff);
        };
    }

    private Mono<Rendering> answered(
            ServerWebExchange exchange,
            Language language,
            HeldForm form,
            HeldAnswer answer,
            Principal staff) {
        String page = "/" + language.tag() + "/desk/held/" + form.known().hold().id();
        return switch (answer) {
            case HeldAnswer.Done done ->
                    Mono.just(Told.on(exchange, page, "held.told." + done.act().code()));
            case HeldAnswer.Proposed proposed ->
                    Mono.just(Told.on(exchange, page, "held.told.proposed"));
            case HeldAnswer.Before before -> Mono.just(Told.on(exchange, page, "held.told.before"));
            case HeldAnswer.Changed changed ->
                    looked(exchange, HeldForm.sent(changed.now(), form.typed()), true, staff);
            case HeldAnswer.Refused refused -> Mono.just(pages.again(exchange, refused.form()));
        };
    }

    private Mono<Rendering> looked(
            ServerWebExchange exchange, HeldForm form, boolean changed, Principal staff) {
        return form.failed()
                ? Mono.just(pages.again(exchange, form))
                : pages.preview(form, changed, staff.getName());
    }

    private Mono<HeldCase> known(String hold) {
        return cases.find(Slice.id(hold))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
