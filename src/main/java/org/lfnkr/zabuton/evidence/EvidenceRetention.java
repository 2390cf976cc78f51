package org.lfnkr.zabuton.evidence;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Gives up a file's key in the night after the last day on which it is kept. */
@Component
class EvidenceRetention implements Job {

    static final String KIND = "evidence.destruction";

    private final EvidenceStore store;
    private final Vault vault;
    private final AuditTrail audit;
    private final TransactionalOperator transactions;
    private final Clock clock;

    EvidenceRetention(
            EvidenceStore store,
            Vault vault,
            AuditTrail audit,
            TransactionalOperator transactions,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Midnight in Tokyo after that day. */
    static Instant due(LocalDate until) {
        return until.plusDays(1).atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The vault destroys the key once this is committed. */
    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return store.destroy(new EvidenceId(UUID.fromString(item.key())), clock.instant())
                .flatMap(
                        key ->
                                vault.erase(key)
                                        .then(
                                                audit.record(
                                                        "evidence",
                                                        "evidence.destroyed",
                                                        item.key(),
                                                        "retention")))
                .as(transactions::transactional)
                .thenReturn(WorkResult.DONE);
    }
}
