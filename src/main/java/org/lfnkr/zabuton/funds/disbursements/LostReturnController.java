package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.UUID;

/** Where finance says that what is expected back will not arrive; another person signs. */
@Controller
@Needs(Right.PLAN_SPENDING)
@RequestMapping("/{lang:en|ja}" + DisbursementsController.PATH + "/{id}/losses")
class LostReturnController {

    private final Approvals approvals;
    private final DisbursementPages pages;

    LostReturnController(Approvals approvals, DisbursementPages pages) {
        this.approvals = approvals;
        this.pages = pages;
    }

    @PostMapping
    Mono<Rendering> ask(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return Mono.zip(pages.find(id), exchange.getFormData())
                .flatMap(
                        both ->
                                Mono.justOrEmpty(both.getT2().getFirst("why"))
                                        .flatMap(code -> Mono.justOrEmpty(LostWhy.of(code)))
                                        .flatMap(why -> propose(both.getT1(), why, staff))
                                        .map(done -> told(exchange, language, both.getT1(), done))
                                        .switchIfEmpty(
                                                Mono.defer(
                                                        () ->
                                                                pages.again(
                                                                        exchange,
                                                                        both.getT1().id(),
                                                                        language,
                                                                        unreasoned()))));
    }

    private Mono<Proposal> propose(Disbursement it, LostWhy why, Principal staff) {
        return approvals.propose(
                LostReturns.KIND, it.id().value(), UUID.fromString(staff.getName()), why.code());
    }

    private static Problem unreasoned() {
        return Problem.of("why", "disbursements.back.why.missing");
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, Disbursement it, Proposal proposal) {
        String what = proposal instanceof Proposal.Nothing ? "over" : "lost-asked";
        return Told.on(
                exchange, DisbursementPages.path(language, it.id()), "disbursements.told." + what);
    }
}
