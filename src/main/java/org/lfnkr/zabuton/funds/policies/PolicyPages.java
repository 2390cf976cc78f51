package org.lfnkr.zabuton.funds.policies;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.PolicyVersion;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Composes the desk's pages of allocation policies. */
@Component
class PolicyPages {

    private final Policies policies;
    private final Simulations simulations;
    private final FundNames names;
    private final GiftTerms terms;
    private final Approvals approvals;

    PolicyPages(
            Policies policies,
            Simulations simulations,
            FundNames names,
            GiftTerms terms,
            Approvals approvals) {
        this.approvals = approvals;
        this.policies = policies;
        this.simulations = simulations;
        this.names = names;
        this.terms = terms;
    }

    /**
     * @param form what was typed; null for the shares that are in force
     */
    Mono<Page> list(@Nullable Form form) {
        return Mono.zip(policies.versions(), names.all(), waiting())
                .map(
                        parts ->
                                list(parts.getT1(), parts.getT2(), form)
                                        .with("waiting", parts.getT3()));
    }

    private Mono<List<Approval>> waiting() {
        return approvals
                .signable(PolicyApprovals.KIND)
                .concatWith(approvals.signable(WithdrawalApprovals.KIND))
                .collectList();
    }

    private Page list(
            List<PolicyVersion> versions, Map<Fund, Bilingual> called, @Nullable Form form) {
        AllocationPolicy now = ShownPolicy.inForce(versions, policies.today()).policy();
        return Page.of("funds/policies")
                .with("versions", ShownPolicy.all(versions, policies.today(), called))
                .with("funds", called)
                .with("first", policies.today().plusDays(1))
                .with(
                        "form",
                        Objects.requireNonNullElseGet(
                                form, () -> PolicyForm.of(now.ofProfit(), now.ofGift())));
    }

    Mono<PolicyWish> read(Map<String, String> typed) {
        return Mono.zip(policies.versions(), names.all())
                .map(
                        parts ->
                                PolicyForm.read(
                                        typed,
                                        new ArrayList<>(parts.getT2().keySet()),
                                        policies.today(),
                                        parts.getT1().stream()
                                                .filter(it -> it.withdrawal() == null)
                                                .map(it -> it.policy().effectiveFrom())
                                                .collect(toSet())));
    }

    /**
     * @param typed to be sent again; empty where it was proposed already
     */
    Mono<Rendering> preview(PolicyDraft draft, Map<String, String> typed) {
        return Mono.zip(simulations.of(draft.ofProfit(), draft.ofGift()), names.all())
                .map(
                        parts ->
                                Page.of("funds/policy-draft")
                                        .with("draft", draft)
                                        .with("rows", rows(draft, parts.getT2()))
                                        .with("simulation", parts.getT1())
                                        .with("funds", parts.getT2())
                                        .with("typed", typed)
                                        .with("agreed", agreed(draft))
                                        .rendering());
    }

    private static List<SharesRow> rows(PolicyDraft draft, Map<Fund, Bilingual> called) {
        return SharesRow.of(draft.ofProfit(), draft.ofGift(), called);
    }

    /** The words under which gifts come in orders, where they would not all go to food. */
    private @Nullable Bilingual agreed(PolicyDraft draft) {
        return draft.ofGift().parts().keySet().equals(java.util.Set.of(Fund.FOOD))
                ? null
                : new Bilingual(terms.agreement(Language.EN), terms.agreement(Language.JA));
    }
}
