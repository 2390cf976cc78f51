package org.lfnkr.zabuton.evidence.blackened;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.evidence.EvidenceId;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.pictures.Flaw;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/** What is known of a file, who opened it, and what everybody may see of it. */
@Controller
@Needs(Right.SEE_EVIDENCE)
@RequestMapping("/{lang:en|ja}/desk/evidence/{id}")
class EvidenceController {

    private static final String FILE = "file";
    private static final String TOLD = "evidence.told.";
    private static final List<String> TELLS =
            List.of(TOLD + "waits", TOLD + "back", TOLD + "before", TOLD + "gone");

    private final EvidencePages pages;
    private final Blackened blackened;

    EvidenceController(EvidencePages pages, Blackened blackened) {
        this.pages = pages;
        this.blackened = blackened;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String id) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, TELLS);
        return pages.of(file(id), Form.filled(Map.of()))
                .map(page -> page.with("told", told).rendering());
    }

    private static EvidenceId file(String id) {
        return new EvidenceId(Slice.id(id));
    }

    /** One that nobody has passed yet, for those who look at it; that leaves a trace. */
    @Needs(Right.OPEN_EVIDENCE)
    @GetMapping("/pictures/{hash}.jpg")
    Mono<ResponseEntity<byte[]>> picture(
            @PathVariable String id,
            @PathVariable String hash,
            @AuthenticationPrincipal Colleague staff) {
        return blackened
                .waiting(file(id), hash, staff.account())
                .map(
                        jpeg ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.IMAGE_JPEG)
                                        .cacheControl(CacheControl.noStore())
                                        .body(jpeg))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @Needs(Right.BLACKEN_EVIDENCE)
    @PostMapping("/pictures")
    Mono<Rendering> bring(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return pages.of(file(id), Form.filled(Map.of()))
                .flatMap(known -> exchange.getMultipartData())
                .flatMap(
                        parts ->
                                Upload.read(
                                        parts,
                                        FILE,
                                        upload -> bring(exchange, language, id, upload, staff)));
    }

    private Mono<Rendering> bring(
            ServerWebExchange exchange,
            Language language,
            String id,
            Upload upload,
            Principal staff) {
        return upload.bytes().length == 0
                ? again(exchange, id, Problem.of(FILE, "evidence.refused.none"))
                : blackened
                        .bring(file(id), upload, Colleague.of(staff).account())
                        .flatMap(
                                bringing ->
                                        switch (bringing) {
                                            case Bringing.Waits waits ->
                                                    told(exchange, language, id, "waits");
                                            case Bringing.Gone gone ->
                                                    told(exchange, language, id, "gone");
                                            case Bringing.Refused refused ->
                                                    again(exchange, id, problem(refused.why()));
                                        });
    }

    /** In the words of any picture that is brought. */
    private static Problem problem(Flaw why) {
        String code = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(FILE, "catalog.picture.refused." + code);
    }

    private Mono<Rendering> again(ServerWebExchange exchange, String id, Problem problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return pages.of(file(id), new Form(Map.of(), List.of(problem)))
                .map(page -> page.rendering());
    }

    @Needs(Right.BLACKEN_EVIDENCE)
    @PostMapping("/pictures/{hash}/removals")
    Mono<Rendering> takeBack(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            @PathVariable String hash,
            Principal staff) {
        return blackened
                .takeBack(file(id), hash, Colleague.of(staff).account())
                .flatMap(done -> told(exchange, language, id, done ? "back" : "before"));
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, String id, String what) {
        String here = "/" + language.tag() + "/desk/evidence/" + Slice.id(id);
        return Mono.fromSupplier(() -> Told.on(exchange, here, TOLD + what));
    }
}
