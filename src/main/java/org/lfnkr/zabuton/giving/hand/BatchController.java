package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.util.UUID;

/** One batch: its gifts are noted until the paper's number and sum are reached, then posted. */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/batches/{batch}")
class BatchController {

    private static final Problem TAKEN = Problem.of("reference", "giving.hand.reference.taken");

    /** What was typed stays, for another batch. */
    private static final Problem OVER = Problem.of("on", "giving.hand.gift.over");

    private final HandBatches batches;
    private final Posting posting;
    private final BatchPages pages;
    private final Clock clock;

    BatchController(HandBatches batches, Posting posting, BatchPages pages, Clock clock) {
        this.batches = batches;
        this.posting = posting;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String batch) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, BatchPages.TOLD);
        return pages.found(Slice.id(batch)).flatMap(it -> pages.page(it, told));
    }

    @Needs(Right.NOTE_GIFTS)
    @PostMapping("/gifts")
    Mono<Rendering> add(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String batch,
            Principal staff) {
        return Mono.zip(
                        pages.found(Slice.id(batch)),
                        exchange.getFormData()
                                .map(
                                        typed ->
                                                HandGiftForm.sent(
                                                        typed.toSingleValueMap(), clock.instant())))
                .flatMap(
                        both ->
                                both.getT2().failed()
                                        ? pages.again(exchange, both.getT1(), both.getT2())
                                        : add(
                                                exchange,
                                                language,
                                                both.getT1(),
                                                both.getT2(),
                                                staff));
    }

    private Mono<Rendering> add(
            ServerWebExchange exchange,
            Language language,
            Batch batch,
            HandGiftForm form,
            Principal staff) {
        return batches.add(form.gift(batch.id()), form.giver(), staff.getName())
                .flatMap(
                        result ->
                                switch (result) {
                                    case HandResult.ReferenceTaken taken ->
                                            pages.again(exchange, batch, form.with(TAKEN));
                                    case HandResult.Over over ->
                                            pages.found(batch.id())
                                                    .flatMap(
                                                            now ->
                                                                    pages.again(
                                                                            exchange,
                                                                            now,
                                                                            form.with(OVER)));
                                    default ->
                                            pages.on(
                                                    exchange,
                                                    language,
                                                    batch.id(),
                                                    result,
                                                    "noted");
                                });
    }

    @Needs(Right.NOTE_GIFTS)
    @PostMapping("/gifts/{gift}/removals")
    Mono<Rendering> remove(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String batch,
            @PathVariable String gift) {
        UUID id = Slice.id(batch);
        return pages.found(id)
                .flatMap(it -> batches.remove(id, Slice.id(gift)))
                .flatMap(result -> pages.on(exchange, language, id, result, "removed"));
    }

    @Needs(Right.NOTE_GIFTS)
    @PostMapping("/postings")
    Mono<Rendering> post(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String batch,
            Principal staff) {
        UUID id = Slice.id(batch);
        return pages.found(id)
                .flatMap(it -> posting.post(id, staff.getName()))
                .flatMap(result -> pages.on(exchange, language, id, result, "posted"));
    }

    @Needs(Right.NOTE_GIFTS)
    @PostMapping("/discards")
    Mono<Rendering> discard(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String batch,
            Principal staff) {
        UUID id = Slice.id(batch);
        return pages.found(id)
                .flatMap(it -> batches.discard(id, staff.getName()))
                .flatMap(result -> pages.on(exchange, language, id, result, "discarded"));
    }
}
