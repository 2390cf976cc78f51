package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.PayeeKind;
import org.lfnkr.zabuton.funds.disbursements.Purpose;
import org.lfnkr.zabuton.funds.disbursements.RateSource;
import org.lfnkr.zabuton.funds.disbursements.Way;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** The page on which a draft is written or changed. */
@Component
class DraftPages {

    private final DraftStore store;
    private final Clock clock;

    DraftPages(DraftStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What was sent, with what is wrong with it. */
    Mono<DraftForm> read(ServerWebExchange exchange) {
        return Mono.zip(exchange.getFormData(), store.choices())
                .map(
                        both ->
                                DraftForm.sent(
                                        both.getT1().toSingleValueMap(),
                                        both.getT2(),
                                        BusinessDate.of(clock.instant())));
    }

    Mono<Rendering> fresh(DraftForm form) {
        return page(form, null);
    }

    /** To change one. */
    Mono<Rendering> of(Disbursement draft, DraftForm form) {
        return page(form, draft);
    }

    /** As it was typed, with what is wrong. */
    Mono<Rendering> again(ServerWebExchange exchange, DraftForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(form, null);
    }

    Mono<Rendering> again(ServerWebExchange exchange, Disbursement draft, DraftForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(form, draft);
    }

    private Mono<Rendering> page(DraftForm form, @Nullable Disbursement draft) {
        return store.choices()
                .map(
                        choices ->
                                Page.of("funds/disbursements/draft")
                                        .with("form", form.form())
                                        .with("disbursement", draft)
                                        .with("funds", choices.funds())
                                        .with("outcomes", choices.outcomes())
                                        .with("purposes", Purpose.values())
                                        .with("payees", PayeeKind.values())
                                        .with("ways", Way.values())
                                        .with("sources", RateSource.values())
                                        .rendering());
    }
}
