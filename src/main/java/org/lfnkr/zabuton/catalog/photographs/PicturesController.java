package org.lfnkr.zabuton.catalog.photographs;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where staff bring pictures of a product, look at those of others, and take them down. */
@Controller
@Needs(Right.WRITE_PRODUCTS)
@RequestMapping("/{lang:en|ja}/desk/products/{slug}/pictures")
class PicturesController {

    private static final String TOLD = "catalog.picture.told.";
    private static final List<String> TELLS =
            List.of(
                    TOLD + "added",
                    TOLD + "shown",
                    TOLD + "refused",
                    TOLD + "own",
                    TOLD + "before",
                    TOLD + "down");

    private final Photographs photographs;
    private final PhotographStore store;

    PicturesController(Photographs photographs, PhotographStore store) {
        this.photographs = photographs;
        this.store = store;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String slug, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, TELLS);
        return page(slug, staff, Form.filled(Map.of()))
                .map(page -> page.with("told", told).rendering());
    }

    /** Also one that nobody else may see yet. */
    @GetMapping("/{hash}.jpg")
    Mono<ResponseEntity<byte[]>> picture(@PathVariable String slug, @PathVariable String hash) {
        return photographs
                .jpeg(slug, hash)
                .map(
                        jpeg ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.IMAGE_JPEG)
                                        .cacheControl(CacheControl.noStore())
                                        .body(jpeg))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @PostMapping
    Mono<Rendering> bring(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            Principal staff) {
        return exchange.getMultipartData()
                .flatMap(BroughtPicture::read)
                .flatMap(brought -> bring(exchange, language, slug, brought, staff));
    }

    private Mono<Rendering> bring(
            ServerWebExchange exchange,
            Language language,
            String slug,
            BroughtPicture brought,
            Principal staff) {
        List<Problem> problems = brought.problems();
        return problems.isEmpty()
                ? photographs
                        .add(brought.of(slug), staff.getName())
                        .flatMap(
                                addition ->
                                        switch (addition) {
                                            case Addition.Added added ->
                                                    told(exchange, language, slug, "added");
                                            case Addition.Refused refused ->
                                                    again(
                                                            exchange,
                                                            slug,
                                                            staff,
                                                            brought,
                                                            List.of(problem(refused.why())));
                                        })
                : again(exchange, slug, staff, brought, problems);
    }

    private static Problem problem(Addition.Refusal why) {
        String code = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(BroughtPicture.FILE, "catalog.picture.refused." + code);
    }

    @PostMapping("/{hash}/looks")
    Mono<Rendering> look(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            @PathVariable String hash,
            Principal staff) {
        return exchange.getFormData()
                .map(it -> it.toSingleValueMap())
                .flatMap(
                        typed -> {
                            Ticks ticks = ticks(typed);
                            boolean passes = "pass".equals(typed.get("verdict"));
                            return passes && !ticks.all()
                                    ? again(exchange, slug, staff, hash, typed)
                                    : look(
                                            exchange,
                                            language,
                                            slug,
                                            hash,
                                            passes ? ticks : new Ticks(false, false, false, false),
                                            staff);
                        });
    }

    private static Ticks ticks(Map<String, String> typed) {
        return new Ticks(
                typed.containsKey("face"),
                typed.containsKey("text"),
                typed.containsKey("where"),
                typed.containsKey("known"));
    }

    private Mono<Rendering> look(
            ServerWebExchange exchange,
            Language language,
            String slug,
            String hash,
            Ticks ticks,
            Principal staff) {
        return photographs
                .look(slug, hash, ticks, staff.getName())
                .map(Look::name)
                .flatMap(look -> told(exchange, language, slug, look.toLowerCase(Locale.ROOT)));
    }

    /** One click, and nobody is asked. */
    @PostMapping("/{hash}/removals")
    Mono<Rendering> takeDown(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String slug,
            @PathVariable String hash,
            Principal staff) {
        return photographs
                .takeDown(slug, hash, staff.getName())
                .flatMap(done -> told(exchange, language, slug, done ? "down" : "before"));
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            String slug,
            Principal staff,
            String hash,
            Map<String, String> typed) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Problem unticked = Problem.of("ticks-" + hash, "catalog.picture.unticked");
        return page(slug, staff, new Form(typed, List.of(unticked))).map(Page::rendering);
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            String slug,
            Principal staff,
            BroughtPicture brought,
            List<Problem> problems) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(slug, staff, new Form(brought.values(), problems)).map(Page::rendering);
    }

    /** Not found where no product is called so. */
    private Mono<Page> page(String slug, Principal staff, Form form) {
        return store.product(slug)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .then(photographs.of(slug).collectList())
                .map(
                        pictures ->
                                Page.of("catalog/pictures")
                                        .with("slug", slug)
                                        .with("pictures", pictures)
                                        .with("me", staff.getName())
                                        .with("form", form));
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, String slug, String what) {
        String here = "/" + language.tag() + "/desk/products/" + slug + "/pictures";
        return Mono.fromSupplier(() -> Told.on(exchange, here, TOLD + what));
    }
}
