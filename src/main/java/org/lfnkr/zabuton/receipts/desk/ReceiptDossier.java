package org.lfnkr.zabuton.receipts.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditEntry;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.receipts.Receipt;
import org.lfnkr.zabuton.receipts.ReceiptId;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.reveals.Revealed;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.util.List;

/** Gathers what staff see of one receipt. */
@Component
class ReceiptDossier {

    private final Receipts receipts;
    private final Reveals reveals;
    private final AuditTrail audit;

    ReceiptDossier(Receipts receipts, Reveals reveals, AuditTrail audit) {
        this.receipts = receipts;
        this.reveals = reveals;
        this.audit = audit;
    }

    /** The receipt of this number; an error that means "not found" where there is none. */
    Mono<Receipt> find(String number) {
        return receipts.find(number)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** What a receipt that was just issued is called. */
    Mono<String> number(ReceiptId id) {
        return receipts.find(id).map(Receipt::number);
    }

    /**
     * @param told key of what has just been done; null for nothing
     */
    Mono<Rendering> page(
            Receipt receipt, Colleague reader, ReceiptForm form, @Nullable String told) {
        return Mono.zip(
                        receipts.payments(receipt).collectList(),
                        reveals.of(receipt.matter(), reader),
                        audit.about(List.of(receipt.id().toString())).collectList())
                .map(
                        parts ->
                                page(receipt, parts.getT1(), parts.getT2(), parts.getT3())
                                        .with("form", form.form())
                                        .with("told", told)
                                        .rendering());
    }

    private static Page page(
            Receipt receipt, List<PaymentId> gifts, Revealed revealed, List<AuditEntry> acts) {
        return Page.of("receipts/dossier")
                .with("receipt", receipt)
                .with("gifts", gifts)
                .with("revealed", revealed)
                .with("acts", acts);
    }
}
