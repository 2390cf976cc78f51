package org.lfnkr.zabuton.evidence;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Opens a sealed file, and keeps who did and why. */
@Service
class Openings {

    private final EvidenceStore store;
    private final Vault vault;
    private final AuditTrail audit;

    Openings(EvidenceStore store, Vault vault, AuditTrail audit) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
    }

    /** A file and what is in it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Opened(EvidenceView file, byte[] content) {}

    /**
     * Each time anew; nothing is handed out whose trace isn't kept.
     *
     * @param by the account, whose right to open the caller has checked
     * @return empty where there is no such file, or it was destroyed
     */
    @Transactional
    Mono<Opened> open(EvidenceId id, OpenReason why, UUID by) {
        return store.find(id)
                .zipWith(store.key(id).flatMap(key -> vault.openFile(key, Evidence.PLACE)))
                .map(both -> new Opened(both.getT1(), both.getT2()))
                .delayUntil(
                        opened ->
                                audit.record(
                                        by.toString(),
                                        "evidence.opened",
                                        id.value().toString(),
                                        why.code()));
    }
}
