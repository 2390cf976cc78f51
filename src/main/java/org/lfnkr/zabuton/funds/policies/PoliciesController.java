package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
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
import java.util.UUID;

/** Where staff see the allocation policies, try another and propose it. */
@Controller
@Needs(Right.SEE_FUND_RULES)
@RequestMapping("/{lang:en|ja}/desk/policies")
class PoliciesController {

    static final String PROPOSED = "policies.told.proposed";
    static final String WITHDRAWAL = "policies.told.withdrawal";

    private final Policies policies;
    private final Approvals approvals;
    private final PolicyPages pages;

    PoliciesController(Policies policies, Approvals approvals, PolicyPages pages) {
        this.policies = policies;
        this.approvals = approvals;
        this.pages = pages;
    }

    @InMenu(value = DeskEntry.MONEY, title = "policies.title", place = 60)
    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, List.of(PROPOSED, WITHDRAWAL));
        return pages.list(null).map(page -> page.with("told", told).rendering());
    }

    /** Nothing is proposed before somebody has seen what it would have changed. */
    @Needs(Right.PROPOSE_POLICIES)
    @PostMapping
    Mono<Rendering> propose(ServerWebExchange exchange, Language language, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return exchange.getFormData()
                .flatMap(sent -> propose(exchange, language, sent.toSingleValueMap(), staff));
    }

    private Mono<Rendering> propose(
            ServerWebExchange exchange,
            Language language,
            Map<String, String> typed,
            Principal staff) {
        String act = typed.getOrDefault("act", "");
        return act.equals("change")
                ? pages.list(Form.filled(typed)).map(page -> page.rendering())
                : pages.read(typed)
                        .flatMap(
                                wish ->
                                        switch (wish) {
                                            case PolicyWish.Lacking lacking ->
                                                    again(exchange, lacking.form());
                                            case PolicyWish.Whole whole when act.equals("do") ->
                                                    ask(exchange, language, whole.draft(), staff);
                                            case PolicyWish.Whole whole ->
                                                    pages.preview(whole.draft(), typed);
                                        });
    }

    private Mono<Rendering> again(ServerWebExchange exchange, Form form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return pages.list(form).map(page -> page.rendering());
    }

    private Mono<Rendering> ask(
            ServerWebExchange exchange, Language language, PolicyDraft draft, Principal staff) {
        return SentOnce.carryOut(
                        policies.propose(draft, UUID.fromString(staff.getName())),
                        approvals.proposed(PolicyApprovals.KIND, draft.id()))
                .filter(Proposal.Made.class::isInstance)
                .map(made -> Told.on(exchange, "/" + language.tag() + "/desk/policies", PROPOSED))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.CONFLICT)));
    }

    @GetMapping("/drafts/{draft}")
    Mono<Rendering> draft(ServerWebExchange exchange, @PathVariable String draft) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return policies.draft(Slice.id(draft))
                .flatMap(it -> pages.preview(it, Map.of()))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
