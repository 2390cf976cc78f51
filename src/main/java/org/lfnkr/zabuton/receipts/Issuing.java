package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

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

/**
 * Numbers a receipt with all that it says, in the caller's transaction. It is printed after that,
 * when it is first asked for or by itself, and kept as it was printed.
 */
@Component
class Issuing {

    private static final String PLACE = "receipts.document";
    private static final String PAPER = "receipts.paper";
    private static final String ADDRESSEE = "receipts.addressee";

    /** How long the list of givers is kept (寄附者名簿, NPO法54条). */
    private static final int YEARS_KEPT = 5;

    private final IssuingStore store;
    private final Papers papers;
    private final Vault vault;
    private final Messages messages;
    private final WorkQueue queue;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Clock clock;

    Issuing(
            IssuingStore store,
            Papers papers,
            Vault vault,
            Messages messages,
            WorkQueue queue,
            TransactionalOperator transaction,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.vault = vault;
        this.messages = messages;
        this.queue = queue;
        this.transaction = transaction;
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

    /** The number is drawn last, since others who want one wait until the transaction ends. */
    Mono<ReceiptId> issue(Draft draft) {
        Instant now = clock.instant();
        LocalDate today = BusinessDate.of(now);
        return vault.open()
                .zipWith(store.before(draft.gifts()).collectList())
                .flatMap(
                        both ->
                                store.nextNumber(today.getYear())
                                        .map(no -> "R%d-%06d".formatted(today.getYear(), no))
                                        .map(number -> paper(draft, today, number, both.getT2()))
                                        .flatMap(paper -> add(draft, paper, both.getT1(), now)));
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

    private Mono<ReceiptId> add(Draft draft, ReceiptPaper paper, SubjectId subject, Instant now) {
        Receipt receipt = receipt(draft, paper, subject, now);
        Map<String, String> boxes =
                Map.of(
                        PAPER,
                        json.writeValueAsString(paper),
                        ADDRESSEE,
                        json.writeValueAsString(draft.addressee()));
        return store.add(receipt, draft.gifts())
                .then(vault.sealAll(subject, boxes))
                .then(queue.add(Printing.KIND, receipt.id()))
                .thenReturn(receipt.id());
    }

    /** Prints what is issued, once, and keeps it from then on; empty where that is done. */
    Mono<byte[]> print(Receipt receipt) {
        return vault.reveal(receipt.subject(), PAPER)
                .map(text -> json.readValue(text, ReceiptPaper.class))
                .flatMap(
                        paper ->
                                papers.pdf(
                                        ReceiptPaper.TEMPLATE, paper.asModel(), receipt.language()))
                .flatMap(pdf -> keep(receipt, pdf).as(transaction::transactional));
    }

    private Mono<byte[]> keep(Receipt receipt, byte[] pdf) {
        String text = Base64.getEncoder().encodeToString(pdf);
        return store.printed(receipt.id(), sha256(pdf))
                .filter(first -> first)
                .flatMap(
                        first ->
                                vault.sealAll(receipt.subject(), Map.of(PLACE, text))
                                        .then(vault.remove(receipt.subject(), PAPER))
                                        .thenReturn(pdf));
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

    Mono<byte[]> document(Receipt receipt) {
        return kept(receipt)
                .switchIfEmpty(Mono.defer(() -> print(receipt)))
                .switchIfEmpty(Mono.defer(() -> kept(receipt)))
                .flatMap(pdf -> receipt.holds() ? Mono.just(pdf) : marked(receipt, pdf));
    }

    private Mono<byte[]> kept(Receipt receipt) {
        return vault.reveal(receipt.subject(), PLACE).map(Base64.getDecoder()::decode);
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
