package org.lfnkr.zabuton.funds.targets;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.impact.FundTargets;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Fund;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where staff see what funds still need, and propose targets and closings. */
@Controller
@Needs(Right.SEE_FUND_RULES)
@RequestMapping("/{lang:en|ja}" + TargetsController.PATH)
class TargetsController {

    static final String PATH = "/desk/targets";
    static final String PROPOSED = "targets.told.proposed";

    private final FundTargets targets;
    private final TargetDraftStore drafts;
    private final Approvals approvals;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TargetsController(
            FundTargets targets,
            TargetDraftStore drafts,
            Approvals approvals,
            TransactionalOperator transaction,
            Clock clock) {
        this.targets = targets;
        this.drafts = drafts;
        this.approvals = approvals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A version as the page shows it; {@code state} names a message. */
    record Row(FundTarget target, String cause, String kind, String instead, String state) {}

    @InMenu(value = DeskEntry.MONEY, title = "targets.title", place = 34)
    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange) {
        return page(exchange, Form.filled(Map.of()));
    }

    private Mono<Rendering> page(ServerWebExchange exchange, Form form) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, List.of(PROPOSED));
        return Mono.zip(
                        targets.needs().collectList(),
                        targets.all().collectList(),
                        approvals.signable(TargetApprovals.KIND).collectList())
                .map(
                        all ->
                                Page.of("funds/targets")
                                        .with("needs", all.getT1())
                                        .with("rows", rows(all.getT2()))
                                        .with("waiting", all.getT3())
                                        .with("causes", Cause.values())
                                        .with("codes", codes())
                                        .with("kinds", TargetForm.KINDS)
                                        .with("first", today().plusDays(1))
                                        .with("form", form)
                                        .with("told", told)
                                        .rendering());
    }

    /** By the fund's code, how messages call what is given for it. */
    private static Map<String, String> codes() {
        return Arrays.stream(Cause.values())
                .collect(Collectors.toMap(it -> it.fund().code(), Cause::code));
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private List<Row> rows(List<FundTarget> all) {
        List<FundTarget> live = Standing.live(all, today());
        return all.stream()
                .map(
                        it ->
                                new Row(
                                        it,
                                        Cause.of(it.fund()).code(),
                                        TargetMatter.kind(it),
                                        instead(it.instead()),
                                        state(it, live)))
                .toList();
    }

    private static String instead(@Nullable Fund fund) {
        return fund == null ? "" : Cause.of(fund).code();
    }

    private String state(FundTarget target, List<FundTarget> live) {
        return target.from().isAfter(today()) ? "to-come" : live.contains(target) ? "now" : "past";
    }

    @Needs(Right.PROPOSE_POLICIES)
    @PostMapping
    Mono<Rendering> propose(ServerWebExchange exchange, Language language, Principal staff) {
        return Mono.zip(exchange.getFormData(), targets.all().collectList())
                .map(
                        both ->
                                TargetForm.read(
                                        both.getT1().toSingleValueMap(), both.getT2(), today()))
                .flatMap(
                        wish ->
                                switch (wish) {
                                    case TargetWish.Lacking lacking -> again(exchange, lacking);
                                    case TargetWish.Whole whole ->
                                            ask(exchange, language, whole.target(), staff);
                                });
    }

    private Mono<Rendering> again(ServerWebExchange exchange, TargetWish.Lacking lacking) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, lacking.form());
    }

    private Mono<Rendering> ask(
            ServerWebExchange exchange, Language language, FundTarget draft, Principal staff) {
        return SentOnce.carryOut(
                        propose(draft, UUID.fromString(staff.getName())),
                        approvals.proposed(TargetApprovals.KIND, draft.id()))
                .filter(Proposal.Made.class::isInstance)
                .map(made -> Told.on(exchange, "/" + language.tag() + PATH, PROPOSED))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.CONFLICT)));
    }

    private Mono<Proposal> propose(FundTarget draft, UUID proposer) {
        return drafts.add(draft, clock.instant())
                .then(
                        Mono.defer(
                                () ->
                                        approvals.propose(
                                                TargetApprovals.KIND,
                                                draft.id(),
                                                proposer,
                                                "public")))
                .as(transaction::transactional);
    }
}
