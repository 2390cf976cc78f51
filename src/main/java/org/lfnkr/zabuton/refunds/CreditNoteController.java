package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

/** Hands out the paper of a refund to whoever has the order's link. */
@RestController
class CreditNoteController {

    private final Orders orders;
    private final CreditNotes notes;

    CreditNoteController(Orders orders, CreditNotes notes) {
        this.orders = orders;
        this.notes = notes;
    }

    @GetMapping("/{lang:en|ja}/orders/{reference}/{key}/refunds/{refund}.pdf")
    Mono<ResponseEntity<byte[]>> paper(
            Language language,
            @PathVariable String reference,
            @PathVariable String key,
            @PathVariable String refund) {
        return orders.open(new OrderLink(reference, key))
                .flatMap(order -> notes.paper(order, new RefundId(Slice.id(refund)), language))
                .map(pdf -> answer(reference, pdf))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> answer(String reference, byte[] pdf) {
        ContentDisposition name =
                ContentDisposition.inline().filename("refund-" + reference + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf);
    }
}
