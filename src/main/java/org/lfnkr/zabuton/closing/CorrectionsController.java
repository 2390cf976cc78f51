package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Flags;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
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
import java.util.List;
import java.util.Map;

/** What was put right in the journal, each naming the entry that it corrects. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + CorrectionsController.PATH)
class CorrectionsController {

    static final String PATH = "/desk/corrections";

    private static final String ASKED = "closing.correct.told";

    private final CorrectionStore store;
    private final Corrections corrections;
    private final Approvals approvals;
    private final CashBox box;

    CorrectionsController(
            CorrectionStore store, Corrections corrections, Approvals approvals, CashBox box) {
        this.store = store;
        this.corrections = corrections;
        this.approvals = approvals;
        this.box = box;
    }

    /**
     * @param after the correction that stood last on the page before
     */
    @InMenu(value = DeskEntry.MONEY, title = "closing.correct.title", place = 81)
    @GetMapping
    Mono<Rendering> list(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        String told = Told.take(exchange, List.of(ASKED));
        return begun(exchange)
                .flatMap(form -> page(form, List.of(), after))
                .map(page -> page.with("told", told).rendering());
    }

    /** Today leads here where the cash box lacks what lay in it before the books began. */
    private Mono<CorrectionForm> begun(ServerWebExchange exchange) {
        return Mono.just("cash")
                .filter(word -> Flags.has(exchange, word))
                .flatMap(word -> box.firstEntry())
                .map(CorrectionForm::ofCashBox)
                .defaultIfEmpty(new CorrectionForm(Map.of()));
    }

    private Mono<Page> page(CorrectionForm form, List<Problem> problems, String after) {
        return Mono.zip(
                        store.signed(Slice.id(after)).collectList().map(Slice::of),
                        store.accounts().collectList(),
                        approvals.signable(EntryCorrectionApprovals.KIND).collectList(),
                        box.missing())
                .map(
                        found ->
                                Page.of("closing/corrections")
                                        .with("corrections", found.getT1())
                                        .with("accounts", found.getT2())
                                        .with("waiting", found.getT3())
                                        .with("missing", found.getT4().sum())
                                        .with("form", form.shown(problems))
                                        .with("begun", after.isEmpty()));
    }

    @Needs(Right.CLOSE_PERIODS)
    @PostMapping
    Mono<Rendering> ask(ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getFormData()
                .map(sent -> new CorrectionForm(sent.toSingleValueMap()))
                .flatMap(
                        form ->
                                ask(form, staff.getName())
                                        .flatMap(it -> answered(exchange, language, form, it)));
    }

    private Mono<List<Problem>> ask(CorrectionForm form, String by) {
        return SentOnce.carryOut(
                corrections.ask(form, by),
                approvals
                        .proposed(EntryCorrectionApprovals.KIND, form.id())
                        .map(before -> List.of()));
    }

    private Mono<Rendering> answered(
            ServerWebExchange exchange,
            Language language,
            CorrectionForm form,
            List<Problem> problems) {
        return problems.isEmpty()
                ? Mono.just(Told.on(exchange, "/" + language.tag() + PATH, ASKED))
                : again(exchange, form, problems);
    }

    /** With all that was typed. */
    private Mono<Rendering> again(
            ServerWebExchange exchange, CorrectionForm form, List<Problem> problems) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(form, problems, "").map(Page::rendering);
    }
}
