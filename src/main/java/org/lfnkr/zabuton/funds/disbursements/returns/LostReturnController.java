package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.LostWhy;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.kernel.Language;
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
    private final ReturnedPages pages;

    LostReturnController(Approvals approvals, ReturnedPages pages) {
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
        return pages.reasoned(
                exchange,
                language,
                id,
                no,
                LostWhy::of,
                (it, why) ->
                        propose(it.back(), why, staff)
                                .map(asked -> told(exchange, language, it, asked)));
    }

    private Mono<Proposal> propose(Return back, LostWhy why, Principal staff) {
        return approvals.propose(
                LostWhy.KIND, back.id(), UUID.fromString(staff.getName()), why.code());
    }

    private static Rendering told(
            ServerWebExchange exchange,
            Language language,
            ReturnedPages.Returned it,
            Proposal proposal) {
        String what = proposal instanceof Proposal.Nothing ? "over" : "lost-asked";
        return ReturnedPages.told(exchange, language, it, what);
    }
}
