package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;

/** Where staff choose orders for a carrier's file; writing it is an act, since it leaves traces. */
@Controller
@Needs(Right.REVEAL_SHIP_TO)
@RequestMapping("/{lang:en|ja}/desk/parcels/carrier-file")
class CarrierFileController {

    private final CarrierFiles files;
    private final CarrierFileProperties properties;

    CarrierFileController(CarrierFiles files, CarrierFileProperties properties) {
        this.files = files;
        this.properties = properties;
    }

    /**
     * @param chosen {@code none} where no order was chosen that can be written
     * @param after the last order of the page before
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return files.candidates(Slice.id(after))
                .map(
                        waiting ->
                                Page.of("fulfilment/carrier-file")
                                        .with("waiting", waiting.items())
                                        .with("more", waiting.more().orElse(null))
                                        .with("begun", after.isEmpty())
                                        .with("most", CarrierFiles.MOST)
                                        .with("encoding", properties.charset().name())
                                        .with("none", chosen.equals("none"))
                                        .rendering());
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> write(
            ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getFormData()
                .map(CarrierFileController::chosen)
                .flatMap(chosen -> files.write(chosen, Colleague.of(staff)))
                .map(this::file)
                .switchIfEmpty(Mono.fromSupplier(() -> back(language)));
    }

    private static List<UUID> chosen(MultiValueMap<String, String> form) {
        return form.getOrDefault("order", List.of()).stream().map(Slice::id).toList();
    }

    private ResponseEntity<byte[]> file(byte[] content) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", properties.charset()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("parcels.csv").build().toString())
                .body(content);
    }

    private static ResponseEntity<byte[]> back(Language language) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(
                        URI.create("/" + language.tag() + "/desk/parcels/carrier-file?chosen=none"))
                .build();
    }
}
