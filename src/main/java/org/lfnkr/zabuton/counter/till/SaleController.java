package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import java.util.Optional;

/** A sale at a counter: what to give back, what it makes possible, its receipt, and its undoing. */
@Controller
@Needs(Right.SEE_BAZAARS)
@RequestMapping("/{lang:en|ja}/desk/bazaars/{bazaar}/sales/{no}")
class SaleController {

    private final CounterPages pages;
    private final SaleStore sales;
    private final Till till;
    private final Impact impact;
    private final CounterPapers papers;
    private final Clock clock;

    SaleController(
            CounterPages pages,
            SaleStore sales,
            Till till,
            Impact impact,
            CounterPapers papers,
            Clock clock) {
        this.pages = pages;
        this.sales = sales;
        this.till = till;
        this.impact = impact;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @PathVariable String bazaar, @PathVariable String no) {
        return pages.bazaar(bazaar)
                .zipWhen(it -> sale(it, no))
                .flatMap(both -> page(exchange, both.getT1(), both.getT2()));
    }

    private Mono<CounterSale> sale(Bazaar bazaar, String no) {
        return TypedNumber.count(no)
                .map(number -> sales.find(bazaar.id(), number))
                .orElseGet(Mono::empty)
                .switchIfEmpty(Mono.error(CounterPages::missing));
    }

    private Mono<Rendering> page(ServerWebExchange exchange, Bazaar bazaar, CounterSale sale) {
        Page page = CounterPages.page(exchange, "counter/sale", bazaar);
        return impact.story(sale.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(
                        story ->
                                page.with("sale", sale)
                                        .with("story", story.orElse(null))
                                        .with("undoable", isUndoable(bazaar, sale))
                                        .rendering());
    }

    private boolean isUndoable(Bazaar bazaar, CounterSale sale) {
        return bazaar.sells() && sale.canBeUndone(clock.instant());
    }

    @Needs(Right.SELL_AT_COUNTER)
    @PostMapping("/undoings")
    Mono<Rendering> undo(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            @PathVariable String no,
            Principal staff) {
        return pages.bazaar(bazaar)
                .zipWhen(it -> sale(it, no))
                .flatMap(
                        both ->
                                till.undo(both.getT1(), both.getT2().no(), staff.getName())
                                        .zipWhen(noting -> sale(both.getT1(), no))
                                        .map(
                                                done ->
                                                        undone(
                                                                exchange,
                                                                language,
                                                                both.getT1(),
                                                                done.getT1(),
                                                                done.getT2()
                                                                        .isUndoneBy(
                                                                                staff.getName()))));
    }

    /** Whoever comes second may be about to give the same money back once more. */
    private static Rendering undone(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            Noting noting,
            boolean own) {
        return noting instanceof Noting.Noted
                ? CounterPages.led(
                        exchange,
                        language,
                        bazaar,
                        "",
                        own ? CounterPages.UNDONE : CounterPages.UNDONE_BEFORE)
                : CounterPages.led(exchange, language, bazaar, noting);
    }

    /** For the buyer, without a name; of what was undone there is none. */
    @Needs(Right.SELL_AT_COUNTER)
    @GetMapping("/receipt.pdf")
    Mono<ResponseEntity<byte[]>> receipt(
            Language language, @PathVariable String bazaar, @PathVariable String no) {
        return pages.bazaar(bazaar)
                .zipWhen(it -> sale(it, no))
                .flatMap(both -> papers.receipt(both.getT1(), both.getT2(), language))
                .switchIfEmpty(Mono.error(CounterPages::missing))
                .map(SaleController::paper);
    }

    private static ResponseEntity<byte[]> paper(byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("receipt.pdf").build().toString())
                .body(pdf);
    }
}
