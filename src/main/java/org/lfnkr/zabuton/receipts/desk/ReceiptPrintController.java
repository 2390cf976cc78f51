package org.lfnkr.zabuton.receipts.desk;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.receipts.Receipt;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.reveals.Part;
import org.lfnkr.zabuton.reveals.Reason;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.reveals.Way;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** Prints a receipt for a giver who has it sent by post: an act, since it leaves a trace. */
@Controller
@Needs(Right.REVEAL_RECEIPT)
@RequestMapping("/{lang:en|ja}/desk/receipts/{number}/prints")
class ReceiptPrintController {

    private final Receipts receipts;
    private final Reveals reveals;

    ReceiptPrintController(Receipts receipts, Reveals reveals) {
        this.receipts = receipts;
        this.reveals = reveals;
    }

    /** The document as it was issued, with a mark on it where it no longer holds. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> print(@PathVariable String number, Principal staff) {
        return receipts.find(number)
                .delayUntil(receipt -> note(receipt, Colleague.of(staff)))
                .flatMap(receipts::document)
                .map(ReceiptPrintController::answer)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Boolean> note(Receipt receipt, Colleague reader) {
        return reveals.note(receipt.matter(), Way.PRINTED, Part.RECEIPT, Reason.PAPER, reader);
    }

    /** Shown beside the page and kept by no cache; its name tells nothing. */
    private static ResponseEntity<byte[]> answer(byte[] pdf) {
        ContentDisposition file = ContentDisposition.inline().filename("receipt.pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(pdf);
    }
}
