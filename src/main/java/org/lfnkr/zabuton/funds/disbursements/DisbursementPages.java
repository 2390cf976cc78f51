package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The page of a disbursement. */
@Component
public class DisbursementPages {

    static final List<String> TOLD =
            List.of(
                    "disbursements.told.drafted",
                    "disbursements.told.changed",
                    "disbursements.told.withdrawn",
                    "disbursements.told.asked",
                    "disbursements.told.over",
                    "disbursements.told.shown",
                    "disbursements.told.returned",
                    "disbursements.told.called-off",
                    "disbursements.told.paid-less",
                    "disbursements.told.lost-asked",
                    "disbursements.told.undone");

    private final DisbursementStore store;
    private final DetailReader details;
    private final Formats formats;
    private final Clock clock;

    DisbursementPages(DisbursementStore store, DetailReader details, Formats formats, Clock clock) {
        this.store = store;
        this.details = details;
        this.formats = formats;
        this.clock = clock;
    }

    /** Where its page is. */
    public static String path(Language language, DisbursementId id) {
        return "/" + language.tag() + Disbursement.PATH + "/" + id;
    }

    /**
     * @param id as an address says it; of nothing that there is, the page is not found
     */
    public Mono<Disbursement> find(String id) {
        return store.find(new DisbursementId(Slice.id(id)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * @param told what was done just now; null where nothing was
     */
    Mono<Rendering> show(
            ServerWebExchange exchange,
            DisbursementId id,
            Language language,
            @Nullable String told) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return page(id, language, Form.filled(Map.of()), told);
    }

    /** The page again, with what is wrong with what was sent from it. */
    public Mono<Rendering> again(
            ServerWebExchange exchange, DisbursementId id, Language language, Problem problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(id, language, new Form(Map.of(), List.of(problem)), null);
    }

    /** The same where the fund has too little. */
    Mono<Rendering> tooLittle(
            ServerWebExchange exchange, DisbursementId id, Language language, Preview preview) {
        return again(exchange, id, language, AskResult.TooLittle.problem(preview, formats));
    }

    private Mono<Rendering> page(
            DisbursementId id, Language language, Form form, @Nullable String told) {
        return details.read(id, language)
                .map(
                        detail ->
                                Page.of("funds/disbursements/show")
                                        .with("detail", detail)
                                        .with("it", detail.disbursement())
                                        .with("today", BusinessDate.of(clock.instant()))
                                        .with("form", form)
                                        .with("lack", lack(detail.preview()))
                                        .with("undone", UndoneWhy.values())
                                        .with("told", told)
                                        .rendering());
    }

    /** Why a draft can't be signed; null where it can. */
    private @Nullable Problem lack(@Nullable Preview preview) {
        return preview == null || preview.isEnough()
                ? null
                : AskResult.TooLittle.problem(preview, formats);
    }
}
