package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a gift that was noted wrongly is taken out of the books again. */
@Controller
@Needs(Right.NOTE_GIFTS)
@RequestMapping("/{lang:en|ja}/desk/batches/{batch}/gifts/{gift}/corrections")
class CorrectionController {

    private static final int LONGEST = 200;
    private static final String OVER = "giving.hand.correction.over";
    private static final String BEFORE = "giving.hand.correction.before";

    private final HandBatches batches;
    private final CorrectionDesk corrections;
    private final BatchPages pages;

    CorrectionController(HandBatches batches, CorrectionDesk corrections, BatchPages pages) {
        this.batches = batches;
        this.corrections = corrections;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @PathVariable String batch, @PathVariable String gift) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return found(Slice.id(batch), Slice.id(gift))
                .filter(HandGift::stands)
                .switchIfEmpty(missing())
                .map(it -> page(it, Form.filled(Map.of())));
    }

    private Mono<HandGift> found(UUID batch, UUID gift) {
        return batches.gift(batch, gift).switchIfEmpty(missing());
    }

    private static Mono<HandGift> missing() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Rendering page(HandGift gift, Form form) {
        return Page.of("giving/correction")
                .with("gift", gift)
                .with("form", form)
                .with("second", corrections.needsSecond(gift))
                .with("limit", corrections.alone())
                .rendering();
    }

    @PostMapping
    Mono<Rendering> correct(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String batch,
            @PathVariable String gift,
            Principal staff) {
        return Mono.zip(
                        found(Slice.id(batch), Slice.id(gift)),
                        exchange.getFormData().map(CorrectionController::read))
                .flatMap(
                        both ->
                                both.getT2().failed()
                                        ? again(exchange, both.getT1(), both.getT2())
                                        : correct(
                                                exchange,
                                                language,
                                                both.getT1(),
                                                both.getT2(),
                                                staff));
    }

    private static Form read(Map<String, List<String>> sent) {
        String reason = Typed.line(sent.getOrDefault("reason", List.of("")).getFirst());
        Map<String, String> typed = Map.of("reason", reason);
        if (reason.isEmpty()) {
            return new Form(typed, List.of(Problem.of("reason", "giving.plans.reason.missing")));
        }
        return Typed.length(reason) > LONGEST
                ? new Form(
                        typed, List.of(Problem.of("reason", "giving.plans.reason.long", LONGEST)))
                : Form.filled(typed);
    }

    /** One that doesn't stand any more has no form, whatever was wrong with what was typed. */
    private Mono<Rendering> again(ServerWebExchange exchange, HandGift gift, Form form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return Mono.just(
                page(
                        gift,
                        gift.stands()
                                ? form
                                : new Form(form.values(), List.of(Problem.late(OVER)))));
    }

    private Mono<Rendering> correct(
            ServerWebExchange exchange,
            Language language,
            HandGift gift,
            Form form,
            Principal staff) {
        UUID batch = gift.batch();
        return corrections
                .correct(batch, gift.id(), form.value("reason"), staff.getName())
                .flatMap(
                        result ->
                                switch (result) {
                                    case HandResult.Over over -> again(exchange, gift, form, OVER);
                                    case HandResult.AskedBefore before ->
                                            again(exchange, gift, form, BEFORE);
                                    default ->
                                            pages.on(
                                                    exchange, language, batch, result, "corrected");
                                });
    }

    /** The page as it is now. */
    private Mono<Rendering> again(
            ServerWebExchange exchange, HandGift gift, Form form, String problem) {
        return found(gift.batch(), gift.id())
                .flatMap(
                        now ->
                                again(
                                        exchange,
                                        now,
                                        new Form(
                                                form.values(),
                                                List.of(Problem.of("reason", problem)))));
    }
}
