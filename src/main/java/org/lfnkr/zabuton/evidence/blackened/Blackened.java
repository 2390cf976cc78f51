package org.lfnkr.zabuton.evidence.blackened;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.evidence.EvidenceId;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.evidence.blackened.Bringing.Refused;
import org.lfnkr.zabuton.pictures.Development;
import org.lfnkr.zabuton.pictures.Print;
import org.lfnkr.zabuton.pictures.Redrawing;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Blackened pictures of evidence: brought by one, passed by another, taken back by either. */
@Service
class Blackened {

    /** Of the longer side: a page of A4 that can be read. */
    private static final int SIDE = 2000;

    private final BlackenedStore store;
    private final Vault vault;
    private final Redrawing pictures;
    private final Approvals approvals;
    private final AuditTrail audit;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Blackened(
            BlackenedStore store,
            Vault vault,
            Redrawing pictures,
            Approvals approvals,
            AuditTrail audit,
            TransactionalOperator transactions,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.pictures = pictures;
        this.approvals = approvals;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The latest first. */
    Flux<BlackenedPicture> of(EvidenceId file) {
        return store.of(file);
    }

    /** Draws a picture anew and asks for somebody else; what waited so far is in its way. */
    Mono<Bringing> bring(EvidenceId file, Upload brought, UUID by) {
        return pictures.draw(brought.bytes(), SIDE)
                .flatMap(
                        development ->
                                switch (development) {
                                    case Development.Done done -> keep(file, done.print(), by);
                                    case Development.Spoilt spoilt ->
                                            Mono.just(new Refused(spoilt.why()));
                                });
    }

    private Mono<Bringing> keep(EvidenceId file, Print print, UUID by) {
        return store.lock(file)
                .delayUntil(key -> removeWaiting(file, key, by))
                .flatMap(key -> keep(file, key, print, by))
                .defaultIfEmpty(new Bringing.Gone())
                .as(transactions::transactional);
    }

    private Mono<Bringing> keep(EvidenceId file, SubjectId key, Print print, UUID by) {
        Upload drawn = Upload.of(print.jpeg());
        BlackenedPicture picture =
                new BlackenedPicture(
                        UUID.randomUUID(),
                        file,
                        drawn.sha256(),
                        print.width(),
                        print.height(),
                        by,
                        clock.instant(),
                        null,
                        false,
                        null);
        return store.add(picture)
                .then(vault.sealFile(key, picture.place(), print.jpeg()))
                .then(note(picture, "evidence.picture-brought", by))
                .then(
                        approvals.propose(
                                PictureApprovals.KIND, picture.id(), by, PictureApprovals.REASON))
                .thenReturn(new Bringing.Waits());
    }

    private Mono<Void> note(BlackenedPicture picture, String act, UUID by) {
        return audit.record(by.toString(), act, picture.file().value().toString(), "desk");
    }

    private Mono<Void> removeWaiting(EvidenceId file, SubjectId key, UUID by) {
        return store.of(file)
                .filter(BlackenedPicture::waits)
                .concatMap(it -> remove(it, key, by))
                .then();
    }

    private Mono<Void> remove(BlackenedPicture picture, SubjectId key, UUID by) {
        return store.remove(picture.id(), by, clock.instant())
                .then(vault.remove(key, picture.place()));
    }

    /**
     * One that is not passed yet, for those who look at it; nothing is handed out whose trace isn't
     * kept. Empty for any other.
     *
     * @param by the account, whose right to open the caller has checked
     */
    @Transactional
    public Mono<byte[]> waiting(EvidenceId file, String hash, UUID by) {
        return store.of(file)
                .filter(it -> it.waits() && it.hash().equals(hash))
                .next()
                .flatMap(it -> opened(it, by));
    }

    private Mono<byte[]> opened(BlackenedPicture picture, UUID by) {
        return store.key(picture.file())
                .flatMap(key -> vault.openFile(key, picture.place()))
                .delayUntil(jpeg -> note(picture, "evidence.picture-looked-at", by));
    }

    /** Shows exactly the bytes that were signed for, in the stead of what was shown before. */
    Mono<Void> show(BlackenedPicture picture, SubjectId key, UUID by) {
        return store.of(picture.file())
                .filter(BlackenedPicture::shown)
                .concatMap(it -> store.remove(it.id(), by, clock.instant()))
                .then(Mono.defer(() -> vault.openFile(key, picture.place())))
                .flatMap(jpeg -> store.show(picture.id(), jpeg, by, clock.instant()))
                .then(vault.remove(key, picture.place()))
                .then(note(picture, "evidence.picture-passed", by));
    }

    /**
     * At once, and nobody is asked; also of a file that is destroyed.
     *
     * @return false where it was taken back before, or isn't there
     */
    @Transactional
    Mono<Boolean> takeBack(EvidenceId file, String hash, UUID by) {
        return store.of(file)
                .filter(it -> it.goneBy() == null && it.hash().equals(hash))
                .next()
                .delayUntil(it -> store.remove(it.id(), by, clock.instant()))
                .delayUntil(it -> store.key(file).flatMap(key -> vault.remove(key, it.place())))
                .delayUntil(it -> note(it, "evidence.picture-taken-back", by))
                .hasElement();
    }
}
