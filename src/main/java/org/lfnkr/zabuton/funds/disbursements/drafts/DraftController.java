package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.DisbursementPages;
import org.lfnkr.zabuton.funds.disbursements.DisbursementStore;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;

/** Where finance writes a draft. */
@Controller
@Needs(Right.PLAN_SPENDING)
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH + "/new")
class DraftController {

    private final DisbursementDrafts drafts;
    private final DisbursementStore store;
    private final DraftPages pages;
    private final Clock clock;

    DraftController(
            DisbursementDrafts drafts, DisbursementStore store, DraftPages pages, Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> show() {
        return pages.fresh(DraftForm.fresh(BusinessDate.of(clock.instant())));
    }

    @PostMapping
    Mono<Rendering> add(ServerWebExchange exchange, Language language, Principal staff) {
        return pages.read(exchange)
                .flatMap(
                        form ->
                                form.failed()
                                        ? pages.again(exchange, form)
                                        : add(form, staff)
                                                .map(done -> told(exchange, language, done)));
    }

    private Mono<DraftResult.Done> add(DraftForm form, Principal staff) {
        DisbursementId id = form.id();
        return SentOnce.carryOut(
                drafts.add(id, form.plan(), form.foreign(), staff.getName()),
                store.find(id).map(it -> new DraftResult.Done(it.id())));
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, DraftResult.Done done) {
        return Told.on(
                exchange,
                DisbursementPages.path(language, done.id()),
                "disbursements.told.drafted");
    }
}
