package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementPages;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** Where finance gives a draft up. */
@Controller
@Needs(Right.PLAN_SPENDING)
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH + "/{id}/withdrawals")
class DraftWithdrawalController {

    private final DisbursementDrafts drafts;
    private final DisbursementPages pages;

    DraftWithdrawalController(DisbursementDrafts drafts, DisbursementPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @PostMapping
    Mono<Rendering> withdraw(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return pages.find(id)
                .flatMap(
                        it ->
                                drafts.withdraw(it.id(), staff.getName())
                                        .map(result -> told(exchange, language, it, result)));
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, Disbursement it, DraftResult result) {
        String what = result instanceof DraftResult.Done ? "withdrawn" : "over";
        return Told.on(
                exchange, DisbursementPages.path(language, it.id()), "disbursements.told." + what);
    }
}
