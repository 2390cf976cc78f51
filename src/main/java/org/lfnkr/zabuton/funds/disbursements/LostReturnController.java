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
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH + "/{id}/returns/{no}/losses")
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
            @PathVariable int no,
            Principal staff) {
        return Mono.zip(pages.returned(id, no), exchange.getFormData())
                .flatMap(
                        both ->
                                Mono.justOrEmpty(both.getT2().getFirst("why"))
                                        .flatMap(code -> Mono.justOrEmpty(LostWhy.of(code)))
                                        .flatMap(why -> propose(both.getT1().back(), why, staff))
                                        .map(
                                                done ->
                                                        told(
                                                                exchange,
                                                                language,
                                                                both.getT1().of(),
                                                                done))
                                        .switchIfEmpty(
                                                Mono.defer(
                                                        () ->
                                                                pages.again(
                                                                        exchange,
                                                                        both.getT1().of().id(),
                                                                        language,
                                                                        unreasoned(no)))));
    }

    private Mono<Proposal> propose(Return back, LostWhy why, Principal staff) {
        return approvals.propose(
                LostReturns.KIND, back.id(), UUID.fromString(staff.getName()), why.code());
    }

    private static Problem unreasoned(int no) {
        return Problem.of("why-" + no, "disbursements.back.why.missing");
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, Disbursement it, Proposal proposal) {
        String what = proposal instanceof Proposal.Nothing ? "over" : "lost-asked";
        return Told.on(
                exchange, DisbursementPages.path(language, it.id()), "disbursements.told." + what);
    }
}
