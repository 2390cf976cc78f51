package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.papers.OrderReceipts;
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

/** Hands out the receipt of a paid order. */
@RestController
class ReceiptController {

    private final Orders orders;
    private final OrderReceipts receipts;

    ReceiptController(Orders orders, OrderReceipts receipts) {
        this.orders = orders;
        this.receipts = receipts;
    }

    @GetMapping("/{lang:en|ja}/orders/{reference}/{key}/receipt.pdf")
    Mono<ResponseEntity<byte[]>> receipt(
            Language language, @PathVariable String reference, @PathVariable String key) {
        return orders.open(new OrderLink(reference, key))
                .flatMap(order -> receipts.pdf(order, language))
                .map(pdf -> answer(reference, pdf))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> answer(String reference, byte[] pdf) {
        ContentDisposition name =
                ContentDisposition.inline().filename("receipt-" + reference + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(pdf);
    }
}
