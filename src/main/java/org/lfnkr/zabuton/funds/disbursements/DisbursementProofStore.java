package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which sealed files show disbursements. */
@Repository
class DisbursementProofStore {

    private final DatabaseClient database;

    DisbursementProofStore(DatabaseClient database) {
        this.database = database;
    }

    /** Oldest first. */
    Flux<Proof> of(DisbursementId id) {
        return database.sql(
                        """
                        select evidence, kind, sha256, kept_at
                          from funds.disbursement_evidence where disbursement = :id order by kept_at, evidence
                        """)
                .bind("id", id.value())
                .map(Proof::of)
                .all();
    }

    Mono<Void> add(DisbursementId id, Proof proof) {
        return database.sql(
                        """
                        with kept as (
                            insert into funds.disbursement_evidence (disbursement, evidence, kind, sha256, kept_at)
                            values (:id, :evidence, :kind, :sha256, :at))
                        update funds.disbursement
                           set invoiced_at = case when :kind = 'INVOICE' then coalesce(invoiced_at, :at)
                                                  else invoiced_at end,
                               delivered_at = case when :kind = 'DELIVERY' then coalesce(delivered_at, :at)
                                                   else delivered_at end
                         where id = :id
                        """)
                .bind("id", id.value())
                .bind("evidence", proof.evidence())
                .bind("kind", checked(proof.kind()))
                .bind("sha256", proof.sha256())
                .bind("at", proof.keptAt())
                .then();
    }

    private static String checked(EvidenceKind kind) {
        if (kind != EvidenceKind.INVOICE && kind != EvidenceKind.DELIVERY) {
            throw new IllegalArgumentException("Shows nothing of a disbursement: " + kind);
        }
        return kind.name();
    }
}
