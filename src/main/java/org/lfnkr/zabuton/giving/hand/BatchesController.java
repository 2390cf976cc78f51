package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;

/** Where staff find batches of gifts that came by hand, and open one from a paper. */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/batches")
class BatchesController {

    private final HandBatches batches;
    private final Clock clock;

    BatchesController(HandBatches batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * @param state as {@link Batch.State#code()} says it; anything else filters nothing
     * @param before the last batch on the page before
     */
    @InMenu(value = DeskEntry.GIVING, title = "giving.hand.title", place = 22)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return list(state, before, BatchForm.fresh(clock.instant()));
    }

    private Mono<Rendering> list(String state, String before, BatchForm form) {
        String known = known(state);
        return batches.list(known, Slice.id(before))
                .map(shown -> page(shown, known, before.isEmpty(), form));
    }

    private static String known(String code) {
        return Arrays.stream(Batch.State.values())
                .filter(state -> state.code().equals(code))
                .map(Enum::name)
                .findFirst()
                .orElse("");
    }

    private static Rendering page(
            Slice<Batch> shown, String state, boolean latest, BatchForm form) {
        return Page.of("giving/batches")
                .with("batches", shown)
                .with("states", Batch.State.values())
                .with("state", state)
                .with("query", state.isEmpty() ? "" : "?state=" + Batch.State.valueOf(state).code())
                .with("latest", latest)
                .with("form", form.form())
                .rendering();
    }

    @Needs(Right.NOTE_GIFTS)
    @PostMapping
    Mono<Rendering> open(ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getFormData()
                .map(typed -> BatchForm.sent(typed.toSingleValueMap(), clock.instant()))
                .flatMap(
                        form ->
                                form.failed()
                                        ? again(exchange, form)
                                        : open(exchange, language, form, staff));
    }

    private Mono<Rendering> open(
            ServerWebExchange exchange, Language language, BatchForm form, Principal staff) {
        return open(form, 1, staff.getName())
                .flatMap(
                        result ->
                                switch (result) {
                                    case HandResult.Done(UUID batch) ->
                                            Mono.just(
                                                    Redirects.to(
                                                            language, "/desk/batches/" + batch));
                                    case HandResult.Twin(Batch twin) ->
                                            again(exchange, form.with(noticed(twin)));
                                    default -> throw new IllegalStateException("" + result);
                                });
    }

    private static Problem noticed(Batch twin) {
        return Problem.of("day", "giving.hand.twin." + twin.state().code());
    }

    /** Another of the same day, number and sum is opened where somebody says that it is one. */
    private Mono<HandResult> open(BatchForm form, int copy, String actor) {
        return batches.open(form.batch(copy, clock.instant()), actor)
                .flatMap(
                        result ->
                                result instanceof HandResult.Twin(Batch twin) && form.another()
                                        ? open(form, twin.copy() + 1, actor)
                                        : Mono.just(result));
    }

    private Mono<Rendering> again(ServerWebExchange exchange, BatchForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return list("", "", form);
    }
}
