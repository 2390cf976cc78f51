package org.lfnkr.zabuton.catalog;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.time.Duration;

/** The drawn pictures of products, compressed once and revalidated by their version. */
@RestController
class PictureController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final CacheControl DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/pictures/{name}.svg")
    Mono<ResponseEntity<byte[]>> picture(
            @PathVariable String name,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, defaultValue = "")
                    String accepted) {
        return pictures.named(name)
                .map(picture -> answer(picture, accepted.contains("gzip")))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> answer(Picture picture, boolean gzip) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(SVG)
                        .cacheControl(DAY)
                        .varyBy(HttpHeaders.ACCEPT_ENCODING)
                        .eTag("W/\"" + picture.version() + "\"");
        return gzip
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(picture.gzipped())
                : answer.body(picture.svg());
    }
}
