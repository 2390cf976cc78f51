package org.lfnkr.zabuton.approvals;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts together what the page of an approval shows. */
@Component
class ApprovalPages {

    private final Kinds kinds;
    private final ApprovalStore store;
    private final Signing signing;
    private final Signatories signatories;
    private final Wording wording;
    private final Clock clock;

    ApprovalPages(
            Kinds kinds,
            ApprovalStore store,
            Signing signing,
            Signatories signatories,
            Wording wording,
            Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.signing = signing;
        this.signatories = signatories;
        this.wording = wording;
        this.clock = clock;
    }

    /** Empty where there is none, or it isn't for this reader. */
    Mono<Approval> readable(UUID id, Reader reader) {
        return store.find(id)
                .filter(
                        it ->
                                it.proposer().equals(reader.account())
                                        || Arrays.asList(kinds.readWith(reader.rights()))
                                                .contains(it.kind()));
    }

    Mono<ApprovalPage> page(Approval approval, Reader reader, Language language) {
        return Mono.zip(matter(approval), called(approval.proposer()), called(approval.decider()))
                .flatMap(
                        parts ->
                                question(approval, parts.getT1(), reader)
                                        .map(
                                                question ->
                                                        page(
                                                                approval,
                                                                reader,
                                                                language,
                                                                parts.getT1().orElse(null),
                                                                parts.getT2(),
                                                                parts.getT3(),
                                                                question.orElse(null))));
    }

    private Mono<Optional<Matter>> matter(Approval approval) {
        return Mono.just(approval)
                .filter(it -> it.isOpen(clock.instant()))
                .flatMap(it -> kinds.of(it.kind()).describe(it.subject()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<String> called(@Nullable UUID account) {
        return Mono.justOrEmpty(account).flatMap(signatories::called).defaultIfEmpty("");
    }

    private Mono<Optional<Signing.Question>> question(
            Approval approval, Optional<Matter> matter, Reader reader) {
        return Mono.justOrEmpty(matter)
                .filter(it -> it.content().equals(approval.content()))
                .filter(it -> reader.approves())
                .filter(it -> !reader.account().equals(approval.proposer()))
                .flatMap(it -> signing.question(approval, reader.account()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private ApprovalPage page(
            Approval approval,
            Reader reader,
            Language language,
            @Nullable Matter matter,
            String proposer,
            String decider,
            Signing.@Nullable Question question) {
        boolean open = approval.isOpen(clock.instant());
        return new ApprovalPage(
                approval,
                open,
                open && (matter == null || !matter.content().equals(approval.content())),
                reader.account().equals(approval.proposer()),
                reason(approval, language),
                matter == null ? List.of() : rows(matter, language),
                matter == null ? "" : matter.link(),
                matter == null ? null : matter.look(),
                proposer,
                decider,
                question);
    }

    /** Why it was proposed. */
    String reason(Approval approval, Language language) {
        return wording.text(kinds.of(approval.kind()).reason(approval.reason()), language);
    }

    private List<ApprovalPage.Row> rows(Matter matter, Language language) {
        return matter.facts().stream()
                .map(it -> new ApprovalPage.Row(it.label(), lines(it, language)))
                .toList();
    }

    private List<String> lines(Matter.Fact fact, Language language) {
        return fact.lines().isEmpty()
                ? List.of(wording.text(Words.of("approvals.nothing"), language))
                : fact.lines().stream().map(it -> wording.text(it, language)).toList();
    }
}
