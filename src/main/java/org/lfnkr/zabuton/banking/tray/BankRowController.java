package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Where staff see a row of the bank, and finance says what it is. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + BankRowsController.PATH + "/{row}")
class BankRowController {

    private final BankRowStore rows;
    private final BankRowPages pages;
    private final RowMatching matching;

    BankRowController(BankRowStore rows, BankRowPages pages, RowMatching matching) {
        this.rows = rows;
        this.pages = pages;
        this.matching = matching;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @PathVariable String row,
            @AuthenticationPrincipal Colleague reader) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, pages.told());
        return found(row)
                .flatMap(it -> pages.page(it, reader))
                .map(page -> page.with("told", told).rendering());
    }

    private Mono<TrayRow> found(String row) {
        return rows.find(Slice.id(row))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @Needs(Right.KEEP_BANK)
    @PostMapping("/matches")
    Mono<Rendering> match(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String row,
            MatchForm form,
            @AuthenticationPrincipal Colleague staff) {
        RowMatching.Said said = form.said(staff.account().toString());
        return found(row)
                .delayUntil(it -> matching.makeReady(it.id(), said))
                .flatMap(it -> matching.match(it.id(), said))
                .map(result -> on(exchange, language, row, result, "matched"));
    }

    @Needs(Right.KEEP_BANK)
    @PostMapping("/withdrawals")
    Mono<Rendering> undo(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String row,
            @AuthenticationPrincipal Colleague staff) {
        return found(row)
                .flatMap(it -> matching.undo(it.id(), staff.account().toString()))
                .map(result -> on(exchange, language, row, result, "undone"));
    }

    private static Rendering on(
            ServerWebExchange exchange,
            Language language,
            String row,
            MatchResult result,
            String done) {
        UUID id = Slice.id(row);
        String here = "/" + language.tag() + BankRowsController.PATH + "/" + id;
        return Told.on(exchange, here, BankRowPages.told(result, done));
    }
}
