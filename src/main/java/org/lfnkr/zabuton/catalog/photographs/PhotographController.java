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

/** Each photograph under the hash of its bytes, so whoever has it never asks again. */
@RestController
class PhotographController {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PhotographStore store;

    PhotographController(PhotographStore store) {
        this.store = store;
    }

    @GetMapping("/photographs/{hash}.jpg")
    Mono<ResponseEntity<byte[]>> photograph(@PathVariable String hash) {
        return Mono.just(hash)
                .filter(HASH.asMatchPredicate())
                .flatMap(store::jpeg)
                .map(PhotographController::answer)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> answer(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(FOR_GOOD)
                .body(jpeg);
    }
}
