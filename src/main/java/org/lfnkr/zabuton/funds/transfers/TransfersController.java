package org.lfnkr.zabuton.funds.transfers;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Parts;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Sheet;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.Xlsx;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.UUID;

/** What moved between funds, and where finance asks for it. */
@Controller
@Needs(Right.SEE_SPENDING)
@RequestMapping("/{lang:en|ja}" + TransfersController.PATH)
class TransfersController {

    static final String PATH = "/desk/transfers";

    private final FundTransferStore store;
    private final TransferDesk desk;
    private final TransferTable table;

    TransfersController(FundTransferStore store, TransferDesk desk, TransferTable table) {
        this.table = table;
        this.store = store;
        this.desk = desk;
    }

    /**
     * @param before the number of the last on the page before
     */
    @InMenu(value = DeskEntry.MONEY, title = "transfers.title", place = 32)
    @GetMapping
    Mono<Rendering> list(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String before) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        long last = Slice.number(before, Long.MAX_VALUE);
        return store.before(last, Slice.ASKED)
                .collectList()
                .map(
                        all ->
                                Page.of("funds/transfers/list")
                                        .with("transfers", Slice.of(all))
                                        .with("begun", last == Long.MAX_VALUE)
                                        .rendering());
    }

    /** All that moved, and out of which fund into which other. */
    @GetMapping("/transfers.csv")
    Mono<ResponseEntity<byte[]>> csv(Language language, Principal staff) {
        return file(Csv.of(table.head(language)), "transfers.csv", language, staff);
    }

    @GetMapping("/transfers.xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(Language language, Principal staff) {
        return file(Xlsx.of(table.head(language)), "transfers.xlsx", language, staff);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Sheet sheet, String name, Language language, Principal staff) {
        return desk.export(staff.getName())
                .doOnNext(it -> table.row(sheet, it, language))
                .then(Mono.fromSupplier(() -> sheet.answer(name)));
    }

    @Needs(Right.PLAN_SPENDING)
    @GetMapping("/new")
    Mono<Rendering> form() {
        return store.funds().map(funds -> page(TransferForm.fresh(funds)));
    }

    private static Rendering page(TransferForm form) {
        return Page.of("funds/transfers/new")
                .with("form", form.form())
                .with("funds", form.funds())
                .with("grounds", Ground.values())
                .rendering();
    }

    @Needs(Right.PLAN_SPENDING)
    @PostMapping("/new")
    Mono<Rendering> ask(ServerWebExchange exchange, Language language, Principal staff) {
        return Mono.zip(exchange.getMultipartData(), store.funds())
                .flatMap(
                        both ->
                                ask(
                                        exchange,
                                        language,
                                        TransferForm.sent(Parts.typed(both.getT1()), both.getT2()),
                                        both.getT1(),
                                        UUID.fromString(staff.getName())));
    }

    private Mono<Rendering> ask(
            ServerWebExchange exchange,
            Language language,
            TransferForm form,
            MultiValueMap<String, Part> parts,
            UUID staff) {
        return form.failed()
                ? Mono.just(again(exchange, form))
                : Upload.read(parts, "document", file -> ask(form, file, staff))
                        .map(result -> answered(exchange, language, form, result));
    }

    private Mono<TransferResult> ask(TransferForm form, Upload document, UUID staff) {
        return SentOnce.carryOut(
                desk.ask(form.id(), form.wish(), document, form.needsDocument(), staff),
                store.find(form.id()).map(it -> new TransferResult.Asked(it.id())));
    }

    private static Rendering answered(
            ServerWebExchange exchange,
            Language language,
            TransferForm form,
            TransferResult result) {
        return switch (result) {
            case TransferResult.Asked asked ->
                    Told.on(exchange, path(language, asked.id()), TransferController.ASKED);
            case TransferResult.TooLittle little -> again(exchange, form.with(tooLittle(little)));
            case TransferResult.NoDocument none ->
                    again(exchange, form.with(none.why().problem("document")));
            case TransferResult.Over over ->
                    throw new IllegalStateException("A new transfer can't have moved");
        };
    }

    static Problem tooLittle(TransferResult.TooLittle little) {
        return Problem.of("yen", "transfers.too-little", little.free().inFigures());
    }

    static String path(Language language, UUID id) {
        return "/" + language.tag() + PATH + "/" + id;
    }

    private static Rendering again(ServerWebExchange exchange, TransferForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(form);
    }
}
