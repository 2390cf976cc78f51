package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Sheet;
import org.lfnkr.zabuton.web.Xlsx;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** What was kept of a closed month, as files: the very bytes, and tables in the page's words. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + PeriodController.PATH + "/{month}/snapshot")
class SnapshotController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private static final List<String> COLUMNS =
            List.of("account", "fund", "opening", "debit", "credit", "ending");

    private final PeriodStore store;
    private final Figures figures;
    private final Messages messages;
    private final ClosingTrail trail;

    SnapshotController(PeriodStore store, Figures figures, Messages messages, ClosingTrail trail) {
        this.store = store;
        this.figures = figures;
        this.messages = messages;
        this.trail = trail;
    }

    /**
     * @param as {@code csv} or {@code xlsx}; otherwise the bytes whose SHA-256 is the hash on the
     *     page
     */
    @GetMapping
    Mono<ResponseEntity<byte[]>> file(
            Language language,
            @PathVariable String month,
            @RequestParam(defaultValue = "") String as,
            Principal staff) {
        return Period.in(month)
                .flatMap(
                        it ->
                                file(language, it, as)
                                        .delayUntil(file -> trail.exported(it, staff.getName())))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<ResponseEntity<byte[]>> file(Language language, YearMonth month, String as) {
        return switch (as) {
            case "csv" -> file(Csv.of(head(language)), language, month, as);
            case "xlsx" -> file(Xlsx.of(head(language)), language, month, as);
            default -> bytes(month);
        };
    }

    private Mono<ResponseEntity<byte[]>> bytes(YearMonth month) {
        return store.kept(month)
                .map(
                        kept ->
                                ResponseEntity.ok()
                                        .contentType(TEXT)
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                ContentDisposition.attachment()
                                                        .filename("books-" + month + ".txt")
                                                        .build()
                                                        .toString())
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .body(kept.bytes()));
    }

    private List<String> head(Language language) {
        return Stream.concat(
                        Stream.of("closing.code.account", "closing.code.fund"),
                        COLUMNS.stream().map(it -> "closing." + it))
                .map(key -> messages.text(key, language))
                .toList();
    }

    private Mono<ResponseEntity<byte[]>> file(
            Sheet sheet, Language language, YearMonth month, String ending) {
        return store.find(month)
                .filter(Period::isClosed)
                .flatMap(figures::of)
                .map(
                        all -> {
                            all.forEach(figure -> row(sheet, figure, language));
                            return sheet.answer("books-" + month + "." + ending);
                        });
    }

    private static void row(Sheet sheet, Figure figure, Language language) {
        Bilingual fund = figure.fund();
        sheet.row(
                figure.code(),
                figure.fundCode(),
                figure.account().in(language),
                fund == null ? "" : fund.in(language),
                figure.opening().yen(),
                figure.debit().yen(),
                figure.credit().yen(),
                figure.closing().yen());
    }
}
