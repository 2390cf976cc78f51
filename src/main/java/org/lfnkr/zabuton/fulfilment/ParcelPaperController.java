package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Slice;
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

/** Where staff print what goes on and into a parcel: an act, since each paper leaves a trace. */
@Controller
@Needs(Right.REVEAL_SHIP_TO)
@RequestMapping("/{lang:en|ja}/desk/parcels/{order}")
class ParcelPaperController {

    private final ParcelPrinting printing;

    ParcelPaperController(ParcelPrinting printing) {
        this.printing = printing;
    }

    @PostMapping("/labels")
    Mono<ResponseEntity<byte[]>> label(@PathVariable String order, Principal staff) {
        return answer(printing.label(order, Colleague.of(staff)), "label.pdf");
    }

    @PostMapping("/slips")
    Mono<ResponseEntity<byte[]>> slip(@PathVariable String order, Principal staff) {
        return answer(printing.slip(order, Colleague.of(staff)), "slip.pdf");
    }

    @PostMapping("/{parcel}/slips")
    Mono<ResponseEntity<byte[]>> slip(
            @PathVariable String order, @PathVariable String parcel, Principal staff) {
        return answer(printing.slip(order, Slice.id(parcel), Colleague.of(staff)), "slip.pdf");
    }

    /** Shown beside the page and kept by no cache; its name tells nothing. */
    static Mono<ResponseEntity<byte[]>> answer(Mono<byte[]> pdf, String name) {
        return pdf.map(
                        bytes ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.APPLICATION_PDF)
                                        .cacheControl(CacheControl.noStore())
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                ContentDisposition.inline()
                                                        .filename(name)
                                                        .build()
                                                        .toString())
                                        .body(bytes))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
