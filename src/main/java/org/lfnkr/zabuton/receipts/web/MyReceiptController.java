package org.lfnkr.zabuton.receipts.web;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.receipts.IssueResult;
import org.lfnkr.zabuton.receipts.Receipt;
import org.lfnkr.zabuton.receipts.ReceiptId;
import org.lfnkr.zabuton.receipts.ReceiptScope;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.receipts.Statements;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A member's receipts: issued, fetched, issued anew; and the statement of each year. */
@Controller
@RequestMapping("/{lang:en|ja}/me")
class MyReceiptController {

    private final Receipts receipts;
    private final Statements statements;
    private final ReceiptPages pages;
    private final Clock clock;

    MyReceiptController(Receipts receipts, Statements statements, ReceiptPages pages, Clock clock) {
        this.receipts = receipts;
        this.statements = statements;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param open the gift that stood last on the page before; empty for the latest
     * @param issued the receipt that stood last on the page before; empty for the latest
     */
    @GetMapping("/receipts")
    Mono<Rendering> list(
            Member member,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String issued) {
        return pages.list(member, new ReceiptPages.Place(open, issued));
    }

    /**
     * @param scope a payment's id, or a year and behind a colon a payment of the giver
     */
    @GetMapping("/receipts/form")
    Mono<Rendering> form(
            Language language, Member member, @RequestParam(defaultValue = "") String scope) {
        return Mono.justOrEmpty(scope(scope))
                .flatMap(known -> pages.form(member, known, scope))
                .defaultIfEmpty(Redirects.to(language, "/me/receipts"));
    }

    @PostMapping("/receipts")
    Mono<Rendering> issue(ServerWebExchange exchange, Language language, Member member) {
        return exchange.getFormData().flatMap(typed -> issue(exchange, language, member, typed));
    }

    private Mono<Rendering> issue(
            ServerWebExchange exchange,
            Language language,
            Member member,
            MultiValueMap<String, String> typed) {
        AddresseeReader read = AddresseeReader.read(typed, pages.certified());
        String scope = read.form().value("scope");
        if (read.form().failed()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return Mono.just(pages.form(scope, null, read.form()));
        }
        return Mono.justOrEmpty(scope(scope))
                .flatMap(known -> receipts.issue(member, known, read.addressee(), language))
                .map(result -> toList(language, result))
                .defaultIfEmpty(Redirects.to(language, "/me/receipts"));
    }

    private static Rendering toList(Language language, IssueResult result) {
        return Redirects.to(
                language,
                result instanceof IssueResult.Issued(ReceiptId id)
                        ? "/me/receipts#receipt-" + id
                        : "/me/receipts");
    }

    /** A year can be confirmed once it is over. */
    private Optional<ReceiptScope> scope(String text) {
        if (text.matches("\\d{4}:.+")) {
            int year = Integer.parseInt(text.substring(0, 4));
            return uuid(text.substring(5))
                    .filter(like -> year < BusinessDate.of(clock.instant()).getYear())
                    .map(like -> new ReceiptScope.Year(year, new PaymentId(like)));
        }
        return uuid(text).map(PaymentId::new).map(ReceiptScope.Single::new);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @GetMapping("/receipts/{receipt}/document.pdf")
    Mono<ResponseEntity<byte[]>> document(Member member, @PathVariable UUID receipt) {
        ReceiptId id = new ReceiptId(receipt);
        return receipts.find(member, id)
                .zipWith(receipts.document(member, id))
                .map(both -> pdf(both.getT1().number(), both.getT2()))
                .switchIfEmpty(missing());
    }

    @GetMapping("/receipts/{receipt}/form")
    Mono<Rendering> formAgain(Member member, @PathVariable UUID receipt) {
        return receipts.find(member, new ReceiptId(receipt))
                .filter(Receipt::holds)
                .flatMap(old -> pages.form(member, old))
                .switchIfEmpty(missing());
    }

    @PostMapping("/receipts/{receipt}/successors")
    Mono<Rendering> reissue(
            ServerWebExchange exchange,
            Language language,
            Member member,
            @PathVariable UUID receipt) {
        return receipts.find(member, new ReceiptId(receipt))
                .zipWith(exchange.getFormData())
                .flatMap(both -> reissue(exchange, language, member, both.getT1(), both.getT2()))
                .switchIfEmpty(missing());
    }

    private Mono<Rendering> reissue(
            ServerWebExchange exchange,
            Language language,
            Member member,
            Receipt old,
            MultiValueMap<String, String> typed) {
        AddresseeReader read = AddresseeReader.read(typed, pages.certified());
        if (read.form().failed()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return Mono.just(pages.form("", old, read.form()));
        }
        return receipts.reissue(member, old.id(), read.addressee(), language)
                .map(
                        result ->
                                result instanceof IssueResult.Issued
                                        ? toList(language, result)
                                        : nothingKept(exchange, old, read.form()))
                .defaultIfEmpty(Redirects.to(language, "/me/receipts"));
    }

    private Rendering nothingKept(ServerWebExchange exchange, Receipt old, Form typed) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Problem nothing = Problem.of("name", "receipts.nothing");
        return pages.form("", old, new Form(typed.values(), List.of(nothing)));
    }

    @GetMapping("/statements/{year}.pdf")
    Mono<ResponseEntity<byte[]>> statement(
            Language language, Member member, @PathVariable int year) {
        return statements
                .of(member, year, language)
                .map(document -> pdf("statement-" + year, document))
                .switchIfEmpty(missing());
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] document) {
        ContentDisposition file = ContentDisposition.inline().filename(name + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(document);
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
