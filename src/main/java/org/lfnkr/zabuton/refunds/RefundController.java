package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Map;

/** Where staff say what of an order goes back, see what follows, and do it. */
@Controller
@Needs(Right.REFUND_ORDERS)
@RequestMapping("/{lang:en|ja}/desk/orders/{code}/refunds")
class RefundController {

    private static final String TOLD = "refunds.told.";

    private final RefundPages pages;
    private final RefundDesk desk;

    RefundController(RefundPages pages, RefundDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, @PathVariable String code) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.known(code, language).flatMap(known -> pages.form(RefundForm.begun(known)));
    }

    @PostMapping
    Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String code,
            Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.known(code, language)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                take(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        both.getT2().toSingleValueMap(),
                                        staff));
    }

    private Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            RefundCase known,
            Map<String, String> typed,
            Principal staff) {
        return switch (typed.getOrDefault("act", "")) {
            case "give" ->
                    desk.give(known.order().id(), typed, seen(typed), staff.getName())
                            .flatMap(answer -> answered(exchange, language, known, typed, answer));
            case "propose" ->
                    desk.propose(known.order().id(), typed, seen(typed), staff.getName())
                            .flatMap(answer -> answered(exchange, language, known, typed, answer));
            case "change" -> pages.form(RefundForm.fresh(known, typed));
            default -> look(exchange, RefundForm.sent(known, typed));
        };
    }

    private Mono<Rendering> look(ServerWebExchange exchange, RefundForm form) {
        return form.failed()
                ? pages.again(exchange, form)
                : Mono.just(
                        pages.preview(RefundPreview.of(form.known(), form.wish()), form, false));
    }

    private static String seen(Map<String, String> typed) {
        return typed.getOrDefault("seen", "");
    }

    private Mono<Rendering> answered(
            ServerWebExchange exchange,
            Language language,
            RefundCase known,
            Map<String, String> typed,
            RefundAnswer answer) {
        String page = "/" + language.tag() + "/desk/orders/" + known.order().reference();
        return switch (answer) {
            case RefundAnswer.Done done -> Mono.just(Told.on(exchange, page, TOLD + "done"));
            case RefundAnswer.Proposed proposed ->
                    Mono.just(Told.on(exchange, page, TOLD + "proposed"));
            case RefundAnswer.Before before -> Mono.just(Told.on(exchange, page, TOLD + "before"));
            case RefundAnswer.Changed changed -> again(changed.now(), typed);
            case RefundAnswer.NeedsSecond second -> again(second.preview(), typed);
            case RefundAnswer.Refused refused -> pages.again(exchange, refused.form());
        };
    }

    private Mono<Rendering> again(RefundPreview preview, Map<String, String> typed) {
        return Mono.just(pages.preview(preview, RefundForm.fresh(preview.known(), typed), true));
    }
}
