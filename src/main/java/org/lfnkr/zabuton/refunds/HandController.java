package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.offline.OfflineRefunds;
import org.lfnkr.zabuton.payments.offline.Returning;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
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

/** Where staff note that they handed back what Stripe never had. */
@Controller
@Needs(Right.REFUND_ORDERS)
@RequestMapping("/{lang:en|ja}/desk/refunds/{refund}/hand")
class HandController {

    private final RefundTasks tasks;
    private final OfflineRefunds offline;
    private final Clock clock;

    HandController(RefundTasks tasks, OfflineRefunds offline, Clock clock) {
        this.tasks = tasks;
        this.offline = offline;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String refund) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return tasks.byHand(id(refund))
                .map(task -> page(task, HandForm.fresh(clock.instant())))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** A second click finds it noted, and is told the same. */
    @PostMapping
    Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String refund,
            Principal staff) {
        return exchange.getFormData()
                .map(typed -> HandForm.sent(typed.toSingleValueMap()))
                .flatMap(
                        form ->
                                form.failed()
                                        ? again(exchange, refund, form)
                                        : note(exchange, language, refund, form, staff));
    }

    private Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            String refund,
            HandForm form,
            Principal staff) {
        return offline.giveBack(id(refund), form.slip(staff.getName()))
                .flatMap(
                        result ->
                                switch (result) {
                                    case Returning.Returned returned ->
                                            Mono.just(told(exchange, language));
                                    case Returning.NotWaiting none ->
                                            Mono.<Rendering>error(
                                                    new ResponseStatusException(
                                                            HttpStatus.NOT_FOUND));
                                    case Returning.ReferenceTaken taken ->
                                            again(
                                                    exchange,
                                                    refund,
                                                    form.with(problem("reference", "taken")));
                                    case Returning.NotYet early ->
                                            again(
                                                    exchange,
                                                    refund,
                                                    form.with(problem("on", "early")));
                                });
    }

    private static Problem problem(String field, String what) {
        return Problem.of(field, "refunds.hand." + field + "." + what);
    }

    private static Rendering told(ServerWebExchange exchange, Language language) {
        return Told.on(exchange, "/" + language.tag() + "/desk/refunds", "refunds.told.returned");
    }

    private Mono<Rendering> again(ServerWebExchange exchange, String refund, HandForm form) {
        return tasks.byHand(id(refund))
                .doOnNext(
                        task ->
                                exchange.getResponse()
                                        .setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT))
                .map(task -> page(task, form))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Rendering page(RefundTask task, HandForm form) {
        return Page.of("refunds/hand")
                .with("task", task)
                .with("means", HandForm.allMeans())
                .with("form", form.form())
                .rendering();
    }

    private static RefundId id(String refund) {
        return new RefundId(Slice.id(refund));
    }
}
