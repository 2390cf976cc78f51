package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Numbers a receipt, prints it and keeps it as it was printed, in the caller's transaction. */
@Component
class Issuing {

    private static final String PLACE = "receipts.document";
    private static final String ADDRESSEE = "receipts.addressee";

    /** How long the list of givers is kept (寄附者名簿, NPO法54条). */
    private static final int YEARS_KEPT = 5;

    private final ReceiptStore store;
    private final Papers papers;
    private final Vault vault;
    private final Messages messages;
    private final JsonMapper json;
    private final Clock clock;

    Issuing(
            ReceiptStore store,
            Papers papers,
            Vault vault,
            Messages messages,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.vault = vault;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What shall be issued.
     *
     * @param year that it is for; null for a single gift
     * @param replaced whose place it takes; null for a first one
     */
    record Draft(
            Member member,
            @Nullable Integer year,
            List<MemberGift> gifts,
            Addressee addressee,
            Language language,
            @Nullable Receipt replaced) {}

    Mono<ReceiptId> issue(Draft draft) {
        Instant now = clock.instant();
        LocalDate today = BusinessDate.of(now);
        return store.nextNumber(today.getYear())
                .zipWith(
                        store.before(draft.gifts()).collectList(),
                        (no, before) ->
                                paper(
                                        draft,
                                        today,
                                        "R%d-%06d".formatted(today.getYear(), no),
                                        before))
                .flatMap(paper -> print(draft, paper, now));
    }

    private static ReceiptPaper paper(
            Draft draft, LocalDate today, String number, List<String> before) {
        return new ReceiptPaper(
                number,
                today,
                draft.addressee(),
                draft.gifts().stream().map(ReceiptPaper.Line::of).toList(),
                before);
    }

    private Mono<ReceiptId> print(Draft draft, ReceiptPaper paper, Instant now) {
        return papers.pdf(ReceiptPaper.TEMPLATE, paper.asModel(), draft.language())
                .flatMap(
                        pdf ->
                                keep(pdf, draft.addressee())
                                        .map(subject -> receipt(draft, paper, subject, now))
                                        .flatMap(receipt -> add(receipt, draft, pdf)));
    }

    private Mono<SubjectId> keep(byte[] pdf, Addressee addressee) {
        Map<String, String> boxes =
                Map.of(
                        PLACE,
                        Base64.getEncoder().encodeToString(pdf),
                        ADDRESSEE,
                        json.writeValueAsString(addressee));
        return vault.open().delayUntil(subject -> vault.sealAll(subject, boxes));
    }

    /** To whom it is made out; empty where that stands on the document only. */
    Mono<Addressee> addressee(Receipt receipt) {
        return vault.reveal(receipt.subject(), ADDRESSEE)
                .map(text -> json.readValue(text, Addressee.class));
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
                replaced == null ? null : replaced.id(),
                List.of());
    }

    private Mono<ReceiptId> add(Receipt receipt, Draft draft, byte[] pdf) {
        return store.add(receipt, sha256(pdf), draft.gifts()).thenReturn(receipt.id());
    }

    Mono<byte[]> document(Receipt receipt) {
        return vault.reveal(receipt.subject(), PLACE)
                .map(Base64.getDecoder()::decode)
                .flatMap(pdf -> receipt.holds() ? Mono.just(pdf) : marked(receipt, pdf));
    }

    private Mono<byte[]> marked(Receipt receipt, byte[] pdf) {
        Language language = receipt.language();
        String next = String.join(", ", receipt.successors());
        return papers.marked(
                pdf,
                messages.text("receipts.paper.void", language),
                next.isEmpty()
                        ? messages.text("receipts.paper.void.none", language, receipt.number())
                        : messages.text(
                                "receipts.paper.void.by", language, receipt.number(), next));
    }

    private static byte[] sha256(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
