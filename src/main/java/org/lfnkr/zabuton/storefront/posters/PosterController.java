package org.lfnkr.zabuton.storefront.posters;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.time.Duration;

@RestController
@RequestMapping("/{lang:en|ja}/posters")
class PosterController {

    private static final CacheControl DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Posters posters;
    private final Catalog catalog;

    PosterController(Posters posters, Catalog catalog) {
        this.posters = posters;
        this.catalog = catalog;
    }

    @GetMapping("/{page}.png")
    Mono<ResponseEntity<byte[]>> page(Language language, @PathVariable String page) {
        return answer(
                Mono.justOrEmpty(PagePoster.of(page)).map(found -> posters.of(found, language)));
    }

    @GetMapping("/products/{slug}.png")
    Mono<ResponseEntity<byte[]>> product(Language language, @PathVariable String slug) {
        return answer(catalog.product(slug).map(product -> posters.of(product, language)));
    }

    private Mono<ResponseEntity<byte[]>> answer(Mono<Poster> found) {
        return found.flatMap(poster -> posters.png(poster).map(png -> answer(poster, png)))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> answer(Poster poster, byte[] png) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(DAY)
                .eTag("\"" + poster.version() + "\"")
                .body(png);
    }
}
