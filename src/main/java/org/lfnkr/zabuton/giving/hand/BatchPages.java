package org.lfnkr.zabuton.giving.hand;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditEntry;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Gathers what the page of a batch shows. */
@Component
class BatchPages {

    private static final String SAID = "giving.hand.told.";

    /** All that may be told on it. */
    static final List<String> TOLD =
            Stream.of(
                            "noted",
                            "removed",
                            "posted",
                            "discarded",
                            "corrected",
                            "proposed",
                            "over",
                            "not-reached",
                            "taken")
                    .map(it -> SAID + it)
                    .toList();

    private final HandBatches batches;
    private final AuditTrail audit;

    BatchPages(HandBatches batches, AuditTrail audit) {
        this.batches = batches;
        this.audit = audit;
    }

    /** An error that means "not found" where there is none. */
    Mono<Batch> found(UUID id) {
        return batches.find(id)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * @param told key of what has just been done; null for nothing
     */
    Mono<Rendering> page(Batch batch, @Nullable String told) {
        return Mono.zip(batches.gifts(batch).collectList(), batches.known(batch), acts(batch))
                .map(
                        all ->
                                page(batch, all.getT1(), HandGiftForm.after(batch, all.getT1()))
                                        .with("known", all.getT2())
                                        .with("acts", all.getT3())
                                        .with("told", told)
                                        .rendering());
    }

    private Mono<List<AuditEntry>> acts(Batch batch) {
        return audit.about(List.of(batch.id().toString())).collectList();
    }

    /** The same with a gift that was not understood. */
    Mono<Rendering> again(ServerWebExchange exchange, Batch batch, HandGiftForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return Mono.zip(batches.gifts(batch).collectList(), batches.known(batch), acts(batch))
                .map(
                        all ->
                                page(batch, all.getT1(), form)
                                        .with("known", all.getT2())
                                        .with("acts", all.getT3())
                                        .rendering());
    }

    private static Page page(Batch batch, List<HandGift> gifts, HandGiftForm form) {
        return Page.of("giving/batch")
                .with("batch", batch)
                .with("gifts", gifts)
                .with("means", HandGiftForm.allMeans())
                .with("causes", Cause.values())
                .with("form", form.form());
    }

    /** Leads to the page of a batch, which tells what has been done. */
    Mono<Rendering> on(
            ServerWebExchange exchange,
            Language language,
            UUID batch,
            HandResult result,
            String done) {
        String here = "/" + language.tag() + "/desk/batches/" + batch;
        return Mono.just(Told.on(exchange, here, SAID + word(result, done)));
    }

    private static String word(HandResult result, String done) {
        return switch (result) {
            case HandResult.Done it -> done;
            case HandResult.Asked asked -> "proposed";
            case HandResult.AskedBefore before -> "proposed";
            case HandResult.Over over -> "over";
            case HandResult.NotReached not -> "not-reached";
            case HandResult.ReferenceTaken taken -> "taken";
            case HandResult.Twin twin -> "over";
        };
    }
}
