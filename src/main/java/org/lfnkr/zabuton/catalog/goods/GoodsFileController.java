package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.catalog.goods.GoodsFile.Fault;
import org.lfnkr.zabuton.catalog.goods.GoodsImport.Outcome;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.OfficeText;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Parts;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;

/** Where staff bring a table of goods: first to see what it would do, then to do it. */
@Controller
@Needs(Right.SET_PRICES)
@RequestMapping("/{lang:en|ja}/desk/products/table")
class GoodsFileController {

    private static final String ADDED = "catalog.file.told.added";
    private static final int MOST_BYTES = 200_000;

    private final GoodsImport goods;

    GoodsFileController(GoodsImport goods) {
        this.goods = goods;
    }

    @GetMapping
    Rendering show(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Page.of("catalog/table")
                .with("told", Told.take(exchange, List.of(ADDED)))
                .with("choices", GoodsFile.choices())
                .rendering();
    }

    /** To be filled in. */
    @GetMapping("/goods.csv")
    ResponseEntity<byte[]> empty() {
        return Csv.of(GoodsFile.COLUMNS).answer("goods.csv");
    }

    /** A dry run: nothing is kept. */
    @PostMapping
    Mono<Rendering> look(ServerWebExchange exchange, Principal staff) {
        return exchange.getMultipartData()
                .flatMap(parts -> Parts.file(parts, "file", MOST_BYTES))
                .flatMap(file -> look(exchange, file, staff))
                .onErrorResume(
                        DataBufferLimitException.class,
                        heavy -> Mono.fromSupplier(() -> unread(exchange, "heavy")));
    }

    private Mono<Rendering> look(ServerWebExchange exchange, byte[] file, Principal staff) {
        return OfficeText.of(file)
                .map(
                        text ->
                                goods.take(text, true, staff.getName())
                                        .map(it -> page(exchange, text, it)))
                .orElseGet(() -> Mono.fromSupplier(() -> unread(exchange, "charset")));
    }

    private static Rendering unread(ServerWebExchange exchange, String why) {
        Fault fault = new Fault(1, Problem.of("", "catalog.file." + why));
        return page(exchange, "", new Outcome(0, 0, List.of(fault)));
    }

    private static Rendering page(ServerWebExchange exchange, String text, Outcome outcome) {
        if (!outcome.faults().isEmpty()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Page.of("catalog/table")
                .with("choices", GoodsFile.choices())
                .with("outcome", outcome)
                .with("table", text)
                .rendering();
    }

    @PostMapping("/goods")
    Mono<Rendering> add(ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getFormData()
                .map(form -> String.valueOf(form.getFirst("table")))
                .flatMap(
                        text ->
                                goods.take(text, false, staff.getName())
                                        .map(
                                                it ->
                                                        it.faults().isEmpty()
                                                                ? told(exchange, language)
                                                                : page(exchange, text, it)));
    }

    private static Rendering told(ServerWebExchange exchange, Language language) {
        return Told.on(exchange, "/" + language.tag() + "/desk/products/table", ADDED);
    }
}
