package org.lfnkr.zabuton.catalog.photographs;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Each photograph under the hash of its bytes. Those bytes never change, but they may have to go:
 * no cache shows what was taken down for longer than an hour.
 */
@RestController
class PhotographController {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final PhotographStore store;

    PhotographController(PhotographStore store) {
        this.store = store;
    }

    @GetMapping("/photographs/{hash}.jpg")
    Mono<ResponseEntity<byte[]>> photograph(@PathVariable String hash) {
        return Mono.just(hash)
                .filter(HASH.asMatchPredicate())
                .flatMap(store::jpeg)
                .map(jpeg -> answer(hash, jpeg))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> answer(String hash, byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(FOR_AN_HOUR)
                .eTag(hash)
                .body(jpeg);
    }
}
