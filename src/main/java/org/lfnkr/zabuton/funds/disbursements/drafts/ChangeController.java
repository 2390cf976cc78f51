package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementPages;
import org.lfnkr.zabuton.funds.disbursements.DisbursementState;
import org.lfnkr.zabuton.funds.disbursements.ForeignSums;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Problem;
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
import java.util.Optional;

/** Where finance changes a draft. */
@Controller
@Needs(Right.PLAN_SPENDING)
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH + "/{id}/changes")
class ChangeController {

    private final DisbursementDrafts drafts;
    private final ForeignSums foreign;
    private final DraftPages forms;
    private final DisbursementPages pages;

    ChangeController(
            DisbursementDrafts drafts,
            ForeignSums foreign,
            DraftPages forms,
            DisbursementPages pages) {
        this.drafts = drafts;
        this.foreign = foreign;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, @PathVariable String id) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.find(id)
                .flatMap(
                        it ->
                                it.state() == DisbursementState.DRAFT
                                        ? form(it)
                                        : Mono.just(told(exchange, language, it, "over")));
    }

    private Mono<Rendering> form(Disbursement draft) {
        return foreign.find(draft.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(sum -> forms.of(draft, DraftForm.of(draft, sum.orElse(null))));
    }

    @PostMapping
    Mono<Rendering> change(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return Mono.zip(pages.find(id), forms.read(exchange))
                .flatMap(
                        both ->
                                both.getT2().failed()
                                        ? forms.again(exchange, both.getT1(), both.getT2())
                                        : change(
                                                exchange,
                                                language,
                                                both.getT1(),
                                                both.getT2(),
                                                staff));
    }

    private Mono<Rendering> change(
            ServerWebExchange exchange,
            Language language,
            Disbursement it,
            DraftForm form,
            Principal staff) {
        return drafts.change(it.id(), form.revision(), form.plan(), form.foreign(), staff.getName())
                .flatMap(result -> changed(exchange, language, it, form, result));
    }

    private Mono<Rendering> changed(
            ServerWebExchange exchange,
            Language language,
            Disbursement it,
            DraftForm form,
            DraftResult result) {
        if (result instanceof DraftResult.Done) {
            return Mono.just(told(exchange, language, it, "changed"));
        }
        return it.state() == DisbursementState.DRAFT
                ? forms.again(exchange, it, form.with(meanwhile()))
                : Mono.just(told(exchange, language, it, "over"));
    }

    private static Problem meanwhile() {
        return Problem.of("fund", "disbursements.changed.meanwhile");
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, Disbursement it, String what) {
        return Told.on(
                exchange, DisbursementPages.path(language, it.id()), "disbursements.told." + what);
    }
}
