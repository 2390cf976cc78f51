package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.stock.movements.Noting.Before;
import org.lfnkr.zabuton.stock.movements.Noting.Confirms;
import org.lfnkr.zabuton.stock.movements.Noting.Noted;
import org.lfnkr.zabuton.stock.movements.Noting.TooMany;
import org.lfnkr.zabuton.stock.movements.Noting.Waits;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;

/** One piece: how many there are, how that came to be, and what staff note of it. */
@Controller
@Needs(Right.SEE_STOCK)
@RequestMapping("/{lang:en|ja}/desk/stock/pieces/{sku}")
class PieceController {

    private final Inventory inventory;
    private final PiecePages pages;

    PieceController(Inventory inventory, PiecePages pages) {
        this.inventory = inventory;
        this.pages = pages;
    }

    /**
     * @param before the movement that stood last on the page before
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @PathVariable String sku,
            @RequestParam(defaultValue = "") String before) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.piece(sku).flatMap(piece -> pages.page(exchange, piece, before));
    }

    @Needs(Right.KEEP_STOCK)
    @PostMapping("/movements")
    Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String sku,
            Principal staff) {
        return Mono.zip(pages.piece(sku), form(exchange))
                .flatMap(both -> note(exchange, language, both.getT1(), both.getT2(), staff));
    }

    private Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            StockPiece piece,
            PieceForm form,
            Principal staff) {
        List<Problem> problems = form.noteProblems();
        return problems.isEmpty()
                ? inventory
                        .note(form.note(piece, staff.getName()))
                        .flatMap(noting -> answer(exchange, language, piece, form, noting))
                : pages.again(exchange, piece, form, problems);
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            StockPiece piece,
            PieceForm form,
            Noting noting) {
        return switch (noting) {
            case Noted noted -> told(exchange, language, piece, PiecePages.NOTED);
            case Confirms second -> told(exchange, language, piece, PiecePages.CONFIRMS);
            case Waits waits -> told(exchange, language, piece, PiecePages.WAITS);
            case Before before -> told(exchange, language, piece, PiecePages.BEFORE);
            case TooMany many ->
                    pages.again(
                            exchange,
                            piece,
                            form,
                            List.of(
                                    Problem.of(
                                            PieceForm.QUANTITY,
                                            "stock.quantity.many",
                                            many.available())));
        };
    }

    @Needs(Right.KEEP_STOCK)
    @PostMapping("/line")
    Mono<Rendering> drawLine(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String sku,
            Principal staff) {
        return Mono.zip(pages.piece(sku), form(exchange))
                .flatMap(both -> drawLine(exchange, language, both.getT1(), both.getT2(), staff));
    }

    private Mono<Rendering> drawLine(
            ServerWebExchange exchange,
            Language language,
            StockPiece piece,
            PieceForm form,
            Principal staff) {
        List<Problem> others = form.lineProblems(piece);
        if (!others.isEmpty()) {
            return pages.again(exchange, piece, form, others);
        }
        return form.lowAt()
                .map(
                        line ->
                                inventory
                                        .drawLine(piece, line == 0 ? null : line, staff.getName())
                                        .then(told(exchange, language, piece, PiecePages.LINE)))
                .orElseGet(
                        () ->
                                pages.again(
                                        exchange,
                                        piece,
                                        form,
                                        List.of(
                                                Problem.of(
                                                        PieceForm.LOW_AT,
                                                        "stock.low-at.unreadable",
                                                        PieceForm.MOST))));
    }

    private static Mono<PieceForm> form(ServerWebExchange exchange) {
        return exchange.getFormData().map(it -> new PieceForm(Map.copyOf(it.toSingleValueMap())));
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, StockPiece piece, String key) {
        String here = "/" + language.tag() + "/desk/stock/pieces/" + piece.sku();
        return Mono.fromSupplier(() -> Told.on(exchange, here, key));
    }
}
