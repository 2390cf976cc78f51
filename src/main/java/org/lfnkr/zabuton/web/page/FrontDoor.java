package org.lfnkr.zabuton.web.page;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Site;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** Leads from the bare address to the home page in the reader's language. */
@RestController
class FrontDoor {

    private final Site site;

    FrontDoor(Site site) {
        this.site = site;
    }

    @GetMapping("/")
    ResponseEntity<Void> home(Language language) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/" + language.tag()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GetMapping(value = "/robots.txt", produces = "text/plain;charset=UTF-8")
    String robots() {
        return """
        User-agent: *
        Disallow: /en/cart
        Disallow: /ja/cart
        Disallow: /en/checkout
        Disallow: /ja/checkout
        Disallow: /en/orders
        Disallow: /ja/orders
        Disallow: /en/gifts
        Disallow: /ja/gifts
        Disallow: /en/me
        Disallow: /ja/me
        Disallow: /en/sign-in
        Disallow: /ja/sign-in

        Sitemap: %s
        """
                .formatted(site.address("/sitemap.xml"));
    }
}
