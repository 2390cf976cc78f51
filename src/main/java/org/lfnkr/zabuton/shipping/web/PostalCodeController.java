package org.lfnkr.zabuton.shipping.web;

import org.lfnkr.zabuton.shipping.PostalCodes;
import org.lfnkr.zabuton.shipping.PostalTown;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.List;

/** The towns of a postal code, for the script that fills in an address. */
@RestController
class PostalCodeController {

    private static final CacheControl DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final PostalCodes codes;

    PostalCodeController(PostalCodes codes) {
        this.codes = codes;
    }

    /** An unknown code has no towns; that is an answer, not an error. */
    @GetMapping("/{lang}/postal-codes/{code}")
    ResponseEntity<List<PostalTown>> towns(@PathVariable String code) {
        return ResponseEntity.ok().cacheControl(DAY).body(codes.lookup(code));
    }
}
