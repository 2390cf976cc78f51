package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.impact.Claims;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A new price or an end, to which a second person has to agree. */
@Component
class PriceApprovals implements Approvable {

    static final String KIND = "funds.price";

    private final PriceDraftStore drafts;
    private final Claims claims;
    private final Effects effects;
    private final AuditTrail audit;
    private final Clock clock;

    PriceApprovals(
            PriceDraftStore drafts, Claims claims, Effects effects, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.claims = claims;
        this.effects = effects;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.PROPOSE_PRICES;
    }

    /** Empty once it is decided, or its first day has come without that. */
    @Override
    public Mono<Matter> describe(UUID id) {
        return drafts.find(id)
                .filter(draft -> draft.decidedAt() == null && isInTime(draft))
                .flatMap(draft -> effects.of(draft).map(found -> PriceMatter.of(draft, found)));
    }

    private boolean isInTime(PriceVersion draft) {
        LocalDate today = BusinessDate.of(clock.instant());
        LocalDate earliest = draft.claim() == null ? today : today.plusDays(1);
        return !draft.from().isBefore(earliest);
    }

    /** In the name of who proposed it; who signed, the approval tells. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        return drafts.find(approval.subject())
                .flatMap(
                        draft ->
                                claims.add(draft)
                                        .then(
                                                audit.record(
                                                        approval.proposer().toString(),
                                                        draft.claim() == null
                                                                ? "price.ended"
                                                                : "price.decided",
                                                        draft.outcome().code(),
                                                        "desk")));
    }
}
