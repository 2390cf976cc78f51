package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.evidence.Evidence;
import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.lfnkr.zabuton.evidence.SealResult;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Keeps what shows a disbursement: its invoice, and that what was bought has come. */
@Service
class DisbursementProofs {

    private final ActStore acts;
    private final DisbursementProofStore store;
    private final Evidence evidence;
    private final AuditTrail audit;
    private final Clock clock;

    DisbursementProofs(
            ActStore acts,
            DisbursementProofStore store,
            Evidence evidence,
            AuditTrail audit,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Seals a file that shows it. What was asked for approval before is stale by it.
     *
     * @param kind an invoice or a delivery
     * @param actor the account of the member of staff
     * @return empty where there is no such disbursement, or it was given up
     */
    @Transactional
    public Mono<SealResult> seal(DisbursementId id, EvidenceKind kind, Upload file, UUID actor) {
        return acts.lock(id)
                .filter(it -> it.state() != DisbursementState.WITHDRAWN)
                .flatMap(it -> evidence.seal(kind, file, BusinessDate.of(clock.instant()), actor))
                .delayUntil(result -> kept(id, kind, result, actor));
    }

    private Mono<Void> kept(DisbursementId id, EvidenceKind kind, SealResult result, UUID actor) {
        return result instanceof SealResult.Sealed sealed
                ? keep(id, kind, sealed, actor.toString())
                : Mono.empty();
    }

    private Mono<Void> keep(
            DisbursementId id, EvidenceKind kind, SealResult.Sealed sealed, String actor) {
        Proof proof = new Proof(sealed.id().value(), kind, sealed.sha256(), clock.instant());
        return store.add(id, proof)
                .then(
                        audit.record(
                                actor,
                                "disbursement.shown",
                                id.toString(),
                                "desk",
                                new Change("", kind.name())));
    }
}
