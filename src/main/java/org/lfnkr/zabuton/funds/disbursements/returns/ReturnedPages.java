package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementPages;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What finance does about something that comes back, for a reason of a few. */
@Component
class ReturnedPages {

    private final DisbursementPages pages;
    private final ActStore acts;

    ReturnedPages(DisbursementPages pages, ActStore acts) {
        this.pages = pages;
        this.acts = acts;
    }

    /** What comes back, and of what. */
    record Returned(Disbursement of, Return back) {}

    /**
     * Acts for the reason that was chosen; where none was, the page says so.
     *
     * @param id of the disbursement, as the address says it
     * @param no of what comes back; of none that there is, the page is not found
     * @param reasons by their codes
     */
    <W> Mono<Rendering> reasoned(
            ServerWebExchange exchange,
            Language language,
            String id,
            int no,
            Function<String, Optional<W>> reasons,
            BiFunction<Returned, W, Mono<Rendering>> act) {
        return Mono.zip(find(id, no), exchange.getFormData())
                .flatMap(
                        both ->
                                Optional.ofNullable(both.getT2().getFirst("why"))
                                        .flatMap(reasons)
                                        .map(why -> act.apply(both.getT1(), why))
                                        .orElseGet(
                                                () ->
                                                        again(
                                                                exchange,
                                                                language,
                                                                both.getT1(),
                                                                "disbursements.back.why.missing")));
    }

    private Mono<Returned> find(String id, int no) {
        return pages.find(id)
                .flatMap(
                        it ->
                                acts.returns(it.id())
                                        .filter(back -> back.no() == no)
                                        .next()
                                        .map(back -> new Returned(it, back)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** With what is wrong, beside its reasons. */
    Mono<Rendering> again(
            ServerWebExchange exchange,
            Language language,
            Returned it,
            String key,
            Object... arguments) {
        Problem problem = Problem.of("why-" + it.back().no(), key, arguments);
        return pages.again(exchange, it.of().id(), language, problem);
    }

    static Rendering told(ServerWebExchange exchange, Language language, Returned it, String what) {
        return Told.on(
                exchange,
                DisbursementPages.path(language, it.of().id()),
                "disbursements.told." + what);
    }
}
