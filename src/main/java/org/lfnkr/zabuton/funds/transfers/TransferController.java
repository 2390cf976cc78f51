package org.lfnkr.zabuton.funds.transfers;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.bookkeeping.BookedEntry;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
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
import java.util.Optional;
import java.util.UUID;

/** One transfer: why, who signed it, and what stands of it in the journal. */
@Controller
@Needs(Right.SEE_SPENDING)
@RequestMapping("/{lang:en|ja}" + TransfersController.PATH + "/{id}")
class TransferController {

    static final String ASKED = "transfers.told.asked";
    static final String OVER = "transfers.told.over";

    private final FundTransferStore store;
    private final TransferDesk desk;
    private final Approvals approvals;
    private final Bookkeeping books;

    TransferController(
            FundTransferStore store, TransferDesk desk, Approvals approvals, Bookkeeping books) {
        this.store = store;
        this.desk = desk;
        this.approvals = approvals;
        this.books = books;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String id) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, List.of(ASKED, OVER));
        return find(id).flatMap(it -> page(it, List.of(), told));
    }

    private Mono<Transfer> find(String id) {
        return store.find(Slice.id(id))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Rendering> page(Transfer it, List<Problem> problems, @Nullable String told) {
        Mono<List<BookedEntry>> entries =
                books.entries(List.of("decision:transfer-" + it.id())).collectList();
        return Mono.zip(approval(it), entries)
                .map(
                        both ->
                                Page.of("funds/transfers/show")
                                        .with("it", it)
                                        .with("approval", both.getT1().orElse(null))
                                        .with("entries", both.getT2())
                                        .with("form", new Form(Map.of(), problems))
                                        .with("told", told)
                                        .rendering());
    }

    /** What waits, or was signed. */
    private Mono<Optional<Approval>> approval(Transfer it) {
        Mono<Approval> known =
                it.movedAt() == null
                        ? approvals.signable(TransferMatter.KIND, it.id())
                        : store.approval(it.id()).flatMap(approvals::find);
        return known.map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** Asks once more. */
    @Needs(Right.PLAN_SPENDING)
    @PostMapping("/requests")
    Mono<Rendering> again(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return find(id).flatMap(
                        it ->
                                desk.again(it.id(), UUID.fromString(staff.getName()))
                                        .flatMap(
                                                result ->
                                                        answered(exchange, language, it, result)));
    }

    private Mono<Rendering> answered(
            ServerWebExchange exchange, Language language, Transfer it, TransferResult result) {
        if (result instanceof TransferResult.TooLittle little) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return page(it, List.of(TransfersController.tooLittle(little)), null);
        }
        String key = result instanceof TransferResult.Asked ? ASKED : OVER;
        return Mono.just(Told.on(exchange, TransfersController.path(language, it.id()), key));
    }
}
