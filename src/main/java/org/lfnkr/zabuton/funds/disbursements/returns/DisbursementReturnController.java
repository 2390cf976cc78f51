package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementPages;
import org.lfnkr.zabuton.funds.disbursements.ReturnWhy;
import org.lfnkr.zabuton.kernel.Language;
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
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** Where finance says that money comes back, or that something will not be paid. */
@Controller
@Needs(Right.PLAN_SPENDING)
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH + "/{id}/returns")
class DisbursementReturnController {

    private final Returning returning;
    private final DisbursementPages pages;

    DisbursementReturnController(Returning returning, DisbursementPages pages) {
        this.returning = returning;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, @PathVariable String id) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.find(id)
                .map(
                        it ->
                                it.mayReturn(it.kept())
                                        ? page(ReturnForm.fresh(it))
                                        : told(exchange, language, it, "over"));
    }

    private static Rendering page(ReturnForm form) {
        return Page.of("funds/disbursements/return")
                .with("it", form.of())
                .with("form", form.form())
                .with("whys", ReturnWhy.ofPaid())
                .rendering();
    }

    @PostMapping
    Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return Mono.zip(pages.find(id), exchange.getFormData())
                .map(both -> ReturnForm.sent(both.getT1(), both.getT2().toSingleValueMap()))
                .flatMap(
                        form ->
                                form.failed()
                                        ? Mono.just(again(exchange, form))
                                        : take(exchange, language, form, staff));
    }

    private Mono<Rendering> take(
            ServerWebExchange exchange, Language language, ReturnForm form, Principal staff) {
        Disbursement it = form.of();
        String what =
                switch (form.why()) {
                    case CALLED_OFF -> "called-off";
                    case PAID_LESS -> "paid-less";
                    default -> "returned";
                };
        return returning
                .take(it.id(), form.yen(), form.why(), form.seen(), staff.getName())
                .map(
                        result ->
                                result instanceof ReturnResult.Done
                                        ? told(exchange, language, it, what)
                                        : again(exchange, form.with(meanwhile())));
    }

    private static Problem meanwhile() {
        return Problem.of("yen", "disbursements.back.meanwhile");
    }

    private static Rendering again(ServerWebExchange exchange, ReturnForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(form);
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, Disbursement it, String what) {
        return Told.on(
                exchange, DisbursementPages.path(language, it.id()), "disbursements.told." + what);
    }
}
