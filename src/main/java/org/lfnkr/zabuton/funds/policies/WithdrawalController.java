package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.impact.PolicyVersion;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.TypedNumber;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where staff propose to withdraw a policy before its first day. */
@Controller
@Needs(Right.PROPOSE_POLICIES)
@RequestMapping("/{lang:en|ja}/desk/policies/{version}/withdrawals")
class WithdrawalController {

    private final Policies policies;
    private final Approvals approvals;

    WithdrawalController(Policies policies, Approvals approvals) {
        this.policies = policies;
        this.approvals = approvals;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String version) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return known(version).map(it -> page(it, Form.filled(Map.of())));
    }

    private Mono<PolicyVersion> known(String version) {
        return Mono.justOrEmpty(TypedNumber.count(version))
                .flatMap(policies::toCome)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Rendering page(PolicyVersion version, Form form) {
        return Page.of("funds/policy-withdrawal")
                .with("version", version)
                .with("form", form)
                .rendering();
    }

    @PostMapping
    Mono<Rendering> propose(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String version,
            Principal staff) {
        return Mono.zip(known(version), exchange.getFormData())
                .flatMap(
                        both ->
                                propose(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        both.getT2().toSingleValueMap(),
                                        staff));
    }

    private Mono<Rendering> propose(
            ServerWebExchange exchange,
            Language language,
            PolicyVersion version,
            Map<String, String> typed,
            Principal staff) {
        List<Problem> problems = new ArrayList<>();
        Optional<Bilingual> reason = ReasonForm.read(typed, problems);
        if (!problems.isEmpty()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return Mono.just(page(version, new Form(typed, problems)));
        }
        Withdrawal withdrawal =
                new Withdrawal(
                        SentOnce.id(typed), version.policy().version(), reason.orElseThrow());
        return SentOnce.carryOut(
                        policies.propose(withdrawal, UUID.fromString(staff.getName())),
                        approvals.proposed(WithdrawalApprovals.KIND, withdrawal.id()))
                .filter(Proposal.Made.class::isInstance)
                .map(
                        made ->
                                Told.on(
                                        exchange,
                                        "/" + language.tag() + "/desk/policies",
                                        PoliciesController.WITHDRAWAL))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.CONFLICT)));
    }
}
