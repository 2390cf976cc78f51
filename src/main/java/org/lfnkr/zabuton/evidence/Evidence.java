package org.lfnkr.zabuton.evidence;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Seals files that prove something, and tells what is known of them without opening them. */
@Service
public class Evidence {

    /** Of a file, under its own key. */
    static final String PLACE = "evidence.file";

    private final EvidenceStore store;
    private final Vault vault;
    private final WorkQueue queue;
    private final AuditTrail audit;
    private final EvidenceProperties properties;
    private final Clock clock;

    Evidence(
            EvidenceStore store,
            Vault vault,
            WorkQueue queue,
            AuditTrail audit,
            EvidenceProperties properties,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.queue = queue;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Seals a file under a key of its own, in the caller's transaction, and overwrites it in
     * memory.
     *
     * @param on the day of what it proves, from which its retention counts
     * @param by the account that brings it
     */
    @Transactional
    public Mono<SealResult> seal(EvidenceKind kind, Upload file, LocalDate on, UUID by) {
        Optional<UploadRefusal> refusal = file.refusal(kind);
        return refusal.isPresent()
                ? Mono.just(new SealResult.Refused(refusal.get()))
                : vault.open().flatMap(key -> seal(key, view(kind, file, on, by), file));
    }

    private EvidenceView view(EvidenceKind kind, Upload file, LocalDate on, UUID by) {
        return new EvidenceView(
                new EvidenceId(UUID.randomUUID()),
                kind,
                file.type(),
                file.bytes().length,
                file.sha256(),
                on,
                properties.until(on),
                by,
                clock.instant(),
                null,
                null);
    }

    private Mono<SealResult> seal(SubjectId key, EvidenceView view, Upload file) {
        return vault.sealFile(key, PLACE, file.bytes())
                .doOnTerminate(file::wipe)
                .then(store.add(view, key))
                .then(
                        queue.add(
                                EvidenceRetention.KIND,
                                view.id().value(),
                                EvidenceRetention.due(view.until())))
                .then(note(view))
                .thenReturn(new SealResult.Sealed(view.id(), view.sha256()));
    }

    private Mono<Void> note(EvidenceView view) {
        return audit.record(
                view.by().toString(),
                "evidence.sealed",
                view.id().value().toString(),
                "desk",
                new Change("", view.kind().name()));
    }

    /** What is known of a file; empty where there is none. */
    public Mono<EvidenceView> find(EvidenceId id) {
        return store.find(id);
    }
}
