package org.lfnkr.zabuton.funds.ripening;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.bookkeeping.spending.Ripening;
import org.lfnkr.zabuton.bookkeeping.spending.Ripenings;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where staff see how long money waits before it is spent, and propose something else. */
@Controller
@Needs(Right.SEE_FUND_RULES)
@RequestMapping("/{lang:en|ja}" + RipeningController.PATH)
class RipeningController {

    static final String PATH = "/desk/ripening";

    private static final String PROPOSED = "ripening.told.proposed";

    private final Ripenings ripenings;
    private final RipeningDraftStore drafts;
    private final Approvals approvals;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RipeningController(
            Ripenings ripenings,
            RipeningDraftStore drafts,
            Approvals approvals,
            TransactionalOperator transaction,
            Clock clock) {
        this.ripenings = ripenings;
        this.drafts = drafts;
        this.approvals = approvals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A version as the page shows it; {@code state} names a message. */
    record Row(Ripening ripening, String state) {}

    @InMenu(value = DeskEntry.MONEY, title = "ripening.title", place = 36)
    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange) {
        return page(exchange, Form.filled(Map.of()));
    }

    private Mono<Rendering> page(ServerWebExchange exchange, Form form) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, List.of(PROPOSED));
        return ripenings
                .all()
                .collectList()
                .zipWith(approvals.signable(RipeningApprovals.KIND).collectList())
                .map(
                        both ->
                                Page.of("funds/ripening")
                                        .with("rows", rows(both.getT1()))
                                        .with("waiting", both.getT2())
                                        .with("means", Ripening.MEANS)
                                        .with("first", today().plusDays(1))
                                        .with("form", form)
                                        .with("told", told)
                                        .rendering());
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private List<Row> rows(List<Ripening> all) {
        Set<String> begun = new HashSet<>();
        return all.stream().map(it -> new Row(it, state(it, begun))).toList();
    }

    /** Of those whose day has come, the first of a means counts. */
    private String state(Ripening ripening, Set<String> begun) {
        return ripening.from().isAfter(today())
                ? "to-come"
                : begun.add(ripening.means()) ? "now" : "past";
    }

    @Needs(Right.PROPOSE_POLICIES)
    @PostMapping
    Mono<Rendering> propose(ServerWebExchange exchange, Language language, Principal staff) {
        return Mono.zip(exchange.getFormData(), ripenings.all().collectList())
                .map(
                        both ->
                                RipeningForm.read(
                                        both.getT1().toSingleValueMap(), both.getT2(), today()))
                .flatMap(
                        wish ->
                                switch (wish) {
                                    case RipeningWish.Lacking(Form form) -> again(exchange, form);
                                    case RipeningWish.Whole(Ripening draft) ->
                                            ask(exchange, language, draft, staff);
                                });
    }

    private Mono<Rendering> again(ServerWebExchange exchange, Form form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, form);
    }

    private Mono<Rendering> ask(
            ServerWebExchange exchange, Language language, Ripening draft, Principal staff) {
        return SentOnce.carryOut(
                        propose(draft, UUID.fromString(staff.getName())),
                        approvals.proposed(RipeningApprovals.KIND, draft.id()))
                .filter(Proposal.Made.class::isInstance)
                .map(made -> Told.on(exchange, "/" + language.tag() + PATH, PROPOSED))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.CONFLICT)));
    }

    private Mono<Proposal> propose(Ripening draft, UUID proposer) {
        return drafts.add(draft, clock.instant())
                .then(
                        Mono.defer(
                                () ->
                                        approvals.propose(
                                                RipeningApprovals.KIND,
                                                draft.id(),
                                                proposer,
                                                "above")))
                .as(transaction::transactional);
    }
}
