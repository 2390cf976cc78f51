package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.evidence.Evidence;
import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.lfnkr.zabuton.evidence.SealResult;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.impact.Claims;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is claimed and until when, and what somebody wishes to be claimed instead. */
@Service
class Prices {

    private final Claims claims;
    private final PriceDraftStore drafts;
    private final Evidence evidence;
    private final Approvals approvals;
    private final Clock clock;

    Prices(
            Claims claims,
            PriceDraftStore drafts,
            Evidence evidence,
            Approvals approvals,
            Clock clock) {
        this.claims = claims;
        this.drafts = drafts;
        this.evidence = evidence;
        this.approvals = approvals;
        this.clock = clock;
    }

    LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /** Of every outcome. */
    Flux<Standing> standings() {
        return claims.all()
                .collectList()
                .flatMapMany(
                        all ->
                                claims.outcomes()
                                        .map(it -> new Standing(it, of(it.code(), all), today())));
    }

    private static List<PriceVersion> of(String outcome, List<PriceVersion> all) {
        return all.stream().filter(it -> it.outcome().code().equals(outcome)).toList();
    }

    Mono<Standing> standing(String outcome) {
        return standings().filter(it -> it.outcome().code().equals(outcome)).next();
    }

    Mono<Tally> tally(Ending ending) {
        return standings()
                .filter(it -> it.isIn(ending))
                .count()
                .map(count -> new Tally(count, null));
    }

    Mono<PriceVersion> draft(UUID id) {
        return drafts.find(id);
    }

    /** Seals the evidence and keeps the draft, of which nobody is asked yet. */
    @Transactional
    public Mono<SealResult> draft(PriceWish wish, Upload file, UUID by) {
        return evidence.seal(EvidenceKind.PRICE, file, wish.on(), by)
                .delayUntil(
                        result ->
                                result instanceof SealResult.Sealed sealed
                                        ? drafts.add(wish.sealed(sealed), clock.instant())
                                        : Mono.empty());
    }

    /** Keeps the draft of an end, of which nobody is asked yet. */
    Mono<Void> draft(PriceVersion end) {
        return drafts.add(end, clock.instant());
    }

    /** Asks a second person. */
    Mono<Proposal> propose(PriceVersion draft, UUID proposer) {
        return approvals.propose(PriceApprovals.KIND, draft.id(), proposer, draft.ground());
    }
}
