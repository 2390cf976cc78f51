package org.lfnkr.zabuton.giving.pledges.page;

import org.lfnkr.zabuton.giving.pledges.GiftPapers;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.PledgeLink;
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

/** Hands out the card in somebody's honour. */
@RestController
class GiftCardController {

    private final Giving giving;
    private final GiftPapers papers;

    GiftCardController(Giving giving, GiftPapers papers) {
        this.giving = giving;
        this.papers = papers;
    }

    @GetMapping("/{lang:en|ja}/gifts/{reference}/{key}/card.pdf")
    Mono<ResponseEntity<byte[]>> card(@PathVariable String reference, @PathVariable String key) {
        return giving.open(new PledgeLink(reference, key))
                .flatMap(papers::card)
                .map(GiftCardController::answer)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> answer(byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("card.pdf").build().toString())
                .body(pdf);
    }
}
