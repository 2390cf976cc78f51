package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** The page of what a disbursement buys. */
@Component
class OutcomePages {

    private static final List<String> TOLD =
            List.of(
                    "outcomes.told.bought",
                    "outcomes.told.delivered",
                    "outcomes.told.asked",
                    "outcomes.told.over");

    private final OutcomeStore store;
    private final ShortfallStore shortfalls;
    private final PurchaseDraftStore drafts;
    private final Approvals approvals;
    private final Outbox outbox;
    private final Clock clock;

    OutcomePages(
            OutcomeStore store,
            ShortfallStore shortfalls,
            PurchaseDraftStore drafts,
            Approvals approvals,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.shortfalls = shortfalls;
        this.drafts = drafts;
        this.approvals = approvals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param id as an address says it; where nothing is bought by it, the page is not found
     */
    Mono<Bought> find(String id) {
        return store.find(Slice.id(id))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    Mono<Rendering> show(ServerWebExchange exchange, Bought bought) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, TOLD);
        return page(bought, Form.filled(Map.of()), "").map(it -> it.with("told", told).rendering());
    }

    /**
     * As it was typed, with what is wrong.
     *
     * @param act which form of the page it is
     */
    Mono<Rendering> again(ServerWebExchange exchange, Bought bought, OutcomeForm form, String act) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(bought, form.form(), act).map(it -> it.with("told", null).rendering());
    }

    private Mono<Page> page(Bought it, Form form, String act) {
        UUID id = it.disbursement();
        return Mono.zip(
                        store.deliveries(id).collectList(),
                        shortfalls.of(id).collectList(),
                        store.proofs(id, EvidenceKind.INVOICE.name()).collectList(),
                        store.proofs(id, EvidenceKind.DELIVERY.name()).collectList(),
                        behind(id),
                        waiting(it).collectList())
                .map(
                        parts ->
                                Page.of("funds/outcomes/show")
                                        .with("it", it)
                                        .with("deliveries", parts.getT1())
                                        .with("shortfalls", parts.getT2())
                                        .with("invoices", parts.getT3())
                                        .with("proofs", parts.getT4())
                                        .with("behind", parts.getT5())
                                        .with("waiting", parts.getT6())
                                        .with("today", BusinessDate.of(clock.instant()))
                                        .with("reasons", Shortage.values())
                                        .with("substitutes", Substitute.values())
                                        .with("form", form)
                                        .with("act", act));
    }

    /**
     * Whose money is in it.
     *
     * @param people how many orders and gifts
     * @param known false while nobody is behind it only because that has not been worked out yet
     */
    record Behind(long people, boolean known) {}

    /** Asks first whether it has been worked out: what is finished in between is then counted. */
    private Mono<Behind> behind(UUID disbursement) {
        return outbox.progress(List.of(OutcomeMoved.streamOf(disbursement)))
                .flatMap(
                        progress ->
                                store.people(disbursement)
                                        .map(
                                                people ->
                                                        new Behind(
                                                                people,
                                                                people > 0
                                                                        || progress.complete())));
    }

    /** A purchase that a second person has to agree to, or has refused. */
    record Waiting(PurchaseDraft draft, Approval approval) {}

    /** Of those that were refused only the last, and none where something was bought since. */
    private Flux<Waiting> waiting(Bought it) {
        return it.purchase() == null
                ? drafts.of(it.disbursement()).collectList().flatMapMany(this::waiting)
                : Flux.empty();
    }

    private Flux<Waiting> waiting(List<PurchaseDraft> latestFirst) {
        return Flux.concat(
                Flux.fromIterable(latestFirst)
                        .concatMap(draft -> waiting(draft, approvals::signable)),
                Flux.fromIterable(latestFirst)
                        .take(1)
                        .concatMap(draft -> waiting(draft, approvals::refused)));
    }

    private static Mono<Waiting> waiting(
            PurchaseDraft draft, BiFunction<String, UUID, Mono<Approval>> approval) {
        return approval.apply(PurchaseApprovals.KIND, draft.id())
                .map(found -> new Waiting(draft, found));
    }

    static Rendering told(ServerWebExchange exchange, Language language, UUID id, String what) {
        String page = "/" + language.tag() + OutcomesController.PATH + "/" + id;
        return Told.on(exchange, page, "outcomes.told." + what.toLowerCase(Locale.ROOT));
    }
}
