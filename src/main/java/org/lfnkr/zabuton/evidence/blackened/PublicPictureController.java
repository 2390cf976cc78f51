package org.lfnkr.zabuton.evidence.blackened;

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
 * Each picture under the hash of its bytes. Those never change, but they may have to go: no cache
 * shows what was taken back for longer than five minutes.
 */
@RestController
class PublicPictureController {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final CacheControl FOR_A_MOMENT =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final BlackenedStore store;

    PublicPictureController(BlackenedStore store) {
        this.store = store;
    }

    @GetMapping("/evidence/{hash}.jpg")
    Mono<ResponseEntity<byte[]>> picture(@PathVariable String hash) {
        return Mono.just(hash)
                .filter(HASH.asMatchPredicate())
                .flatMap(store::jpeg)
                .map(
                        jpeg ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.IMAGE_JPEG)
                                        .cacheControl(FOR_A_MOMENT)
                                        .eTag(hash)
                                        .body(jpeg))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
