package org.lfnkr.zabuton.stock.counts;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.stock.counts.Tally.Before;
import org.lfnkr.zabuton.stock.counts.Tally.Confirms;
import org.lfnkr.zabuton.stock.counts.Tally.Holds;
import org.lfnkr.zabuton.stock.counts.Tally.Promised;
import org.lfnkr.zabuton.stock.counts.Tally.Waits;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.TypedNumber;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Where somebody types how many pieces they found, and isn't told how many there should be. */
@Controller
@Needs(Right.KEEP_STOCK)
@RequestMapping("/{lang:en|ja}/desk/stock/counts/{sku}")
class CountController {

    private static final String COUNTED = "counted";
    private static final String COUNT = "count";
    private static final int MOST = 99_999;

    private final Counts counts;

    CountController(Counts counts) {
        this.counts = counts;
    }

    /**
     * What the form sends.
     *
     * @param count the form's own id
     */
    record Found(String counted, String count) {

        Found {
            counted = Objects.requireNonNullElse(counted, "");
            count = Objects.requireNonNullElse(count, "");
        }

        Optional<Integer> pieces() {
            return TypedNumber.count(counted).filter(it -> it <= MOST);
        }

        /** One that is none comes from no form of ours, and can be no second time. */
        UUID id() {
            UUID id = Slice.id(count);
            return id.equals(new UUID(0, 0)) ? UUID.randomUUID() : id;
        }

        Stocktake of(Countable piece, int pieces, Principal staff) {
            return new Stocktake(id(), piece.variant(), pieces, staff.getName());
        }
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String sku) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return piece(sku)
                .map(piece -> page(piece, new Found("", UUID.randomUUID().toString()), List.of()));
    }

    @PostMapping
    Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String sku,
            Found found,
            Principal staff) {
        return piece(sku).flatMap(piece -> note(exchange, language, piece, found, staff));
    }

    private Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            Countable piece,
            Found found,
            Principal staff) {
        return found.pieces()
                .map(pieces -> counts.note(found.of(piece, pieces, staff)))
                .map(noted -> noted.map(it -> answer(exchange, language, piece, found, it)))
                .orElseGet(
                        () ->
                                again(
                                        exchange,
                                        piece,
                                        found,
                                        Problem.of(COUNTED, "stock.count.unreadable", MOST)));
    }

    private static Rendering answer(
            ServerWebExchange exchange,
            Language language,
            Countable piece,
            Found found,
            Tally tally) {
        return switch (tally) {
            case Holds it ->
                    told(
                            exchange,
                            language,
                            it.difference() == 0 ? CountsController.EVEN : CountsController.HOLDS);
            case Confirms it -> told(exchange, language, CountsController.CONFIRMS);
            case Waits it -> told(exchange, language, CountsController.WAITS);
            case Before it -> told(exchange, language, CountsController.BEFORE);
            case Promised it ->
                    refused(
                            exchange,
                            piece,
                            found,
                            Problem.of(COUNTED, "stock.count.promised", it.reserved()));
        };
    }

    private static Rendering told(ServerWebExchange exchange, Language language, String key) {
        return Told.on(exchange, "/" + language.tag() + "/desk/stock/counts", key);
    }

    private Mono<Countable> piece(String sku) {
        return Mono.just(sku)
                .filter(it -> it.matches("[A-Z0-9]+(-[A-Z0-9]+)*"))
                .flatMap(counts::find)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Mono<Rendering> again(
            ServerWebExchange exchange, Countable piece, Found found, Problem problem) {
        return Mono.fromSupplier(() -> refused(exchange, piece, found, problem));
    }

    /** With what is wrong, and what was typed. */
    private static Rendering refused(
            ServerWebExchange exchange, Countable piece, Found found, Problem problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(piece, found, List.of(problem));
    }

    private static Rendering page(Countable piece, Found found, List<Problem> problems) {
        return Page.of("stock/count")
                .with("piece", piece)
                .with(
                        "form",
                        new Form(Map.of(COUNTED, found.counted(), COUNT, found.count()), problems))
                .rendering();
    }
}
