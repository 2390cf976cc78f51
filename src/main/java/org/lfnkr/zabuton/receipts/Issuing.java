package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.MemberGift;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/** Numbers a receipt, prints it and keeps it as it was printed, in the caller's transaction. */
@Component
class Issuing {

    private static final String PLACE = "receipts.document";

    /** How long the list of givers is kept (寄附者名簿, NPO法54条). */
    private static final int YEARS_KEPT = 5;

    private final ReceiptStore store;
    private final Papers papers;
    private final Vault vault;
    private final Clock clock;

    Issuing(ReceiptStore store, Papers papers, Vault vault, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What shall be issued.
     *
     * @param replaced whose place it takes; null for a first one
     */
    record Draft(
            Member member,
            ReceiptScope scope,
            List<MemberGift> gifts,
            Addressee addressee,
            Language language,
            @Nullable Receipt replaced) {

        @Nullable Integer year() {
            return scope instanceof ReceiptScope.Year(int year) ? year : null;
        }
    }

    Mono<ReceiptId> issue(Draft draft) {
        Instant now = clock.instant();
        LocalDate today = BusinessDate.of(now);
        return store.nextNumber(today.getYear())
                .map(no -> paper(draft, today, "R%d-%06d".formatted(today.getYear(), no)))
                .flatMap(paper -> print(draft, paper, now));
    }

    private static ReceiptPaper paper(Draft draft, LocalDate today, String number) {
        Receipt replaced = draft.replaced();
        return new ReceiptPaper(
                number,
                today,
                draft.addressee(),
                draft.gifts().stream().map(ReceiptPaper.Line::of).toList(),
                replaced == null ? null : replaced.number());
    }

    private Mono<ReceiptId> print(Draft draft, ReceiptPaper paper, Instant now) {
        return papers.pdf(ReceiptPaper.TEMPLATE, paper.asModel(), draft.language())
                .flatMap(
                        pdf ->
                                keep(pdf)
                                        .map(subject -> receipt(draft, paper, subject, now))
                                        .flatMap(receipt -> add(receipt, draft, pdf)));
    }

    private Mono<SubjectId> keep(byte[] pdf) {
        String text = Base64.getEncoder().encodeToString(pdf);
        return vault.open().delayUntil(subject -> vault.seal(subject, PLACE, text));
    }

    private static Receipt receipt(
            Draft draft, ReceiptPaper paper, SubjectId subject, Instant now) {
        Receipt replaced = draft.replaced();
        return new Receipt(
                ReceiptId.random(),
                paper.number(),
                draft.member().id().value(),
                draft.year(),
                paper.parts(),
                draft.language(),
                now,
                subject,
                paper.issuedOn().plusYears(YEARS_KEPT),
                null,
                replaced == null ? null : replaced.id());
    }

    private Mono<ReceiptId> add(Receipt receipt, Draft draft, byte[] pdf) {
        return store.add(
                        receipt,
                        sha256(pdf),
                        draft.gifts().stream().map(MemberGift::charge).toList())
                .thenReturn(receipt.id());
    }

    Mono<byte[]> document(Receipt receipt) {
        return vault.reveal(receipt.subject(), PLACE).map(Base64.getDecoder()::decode);
    }

    private static byte[] sha256(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
