package org.lfnkr.zabuton.fulfilment;

import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
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

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where staff pick, print and send what they have ticked in a list of orders. */
@Controller
@Needs(Right.SEE_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/parcels/batch")
class ParcelBatchController {

    private static final String ORDER = "order";
    private static final String CARRIER = "carrier";
    private static final String PARCEL = "parcel-";

    private final Batches batches;
    private final ParcelStore parcels;

    ParcelBatchController(Batches batches, ParcelStore parcels) {
        this.batches = batches;
        this.parcels = parcels;
    }

    /**
     * @param order the numbers of those that were ticked
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @RequestParam(defaultValue = "") List<String> order) {
        return batches.of(order, language).flatMap(batch -> page(exchange, batch, List.of()));
    }

    private Mono<Rendering> page(ServerWebExchange exchange, Batch batch, List<Problem> problems) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return parcels.carriers()
                .collectList()
                .map(
                        carriers ->
                                Page.of("fulfilment/batch")
                                        .with("batch", batch)
                                        .with("lines", batch.lines())
                                        .with("ready", batch.ready())
                                        .with("picks", batch.picks())
                                        .with("carriers", carriers)
                                        .with("form", new Form(Map.of(), problems))
                                        .rendering());
    }

    @PostMapping("/slips")
    @Needs(Right.REVEAL_SHIP_TO)
    Mono<ResponseEntity<byte[]>> slips(
            ServerWebExchange exchange, Language language, Principal staff) {
        return sent(exchange, language)
                .flatMap(batch -> batches.slips(batch, Colleague.of(staff)))
                .as(pdf -> ParcelPaperController.answer(pdf, "slips.pdf"));
    }

    @PostMapping("/labels")
    @Needs(Right.REVEAL_SHIP_TO)
    Mono<ResponseEntity<byte[]>> labels(
            ServerWebExchange exchange, Language language, Principal staff) {
        return sent(exchange, language)
                .flatMap(batch -> batches.labels(batch, Colleague.of(staff)))
                .as(pdf -> ParcelPaperController.answer(pdf, "labels.pdf"));
    }

    private Mono<Batch> sent(ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .flatMap(typed -> batches.of(typed.getOrDefault(ORDER, List.of()), language));
    }

    @PostMapping("/sendings")
    @Needs(Right.SEND_PARCELS)
    Mono<Rendering> send(ServerWebExchange exchange, Language language, Principal staff) {
        return sent(exchange, language)
                .zipWith(exchange.getFormData())
                .flatMap(both -> send(exchange, both.getT1(), both.getT2(), staff));
    }

    private Mono<Rendering> send(
            ServerWebExchange exchange,
            Batch batch,
            MultiValueMap<String, String> typed,
            Principal staff) {
        String carrier = String.valueOf(typed.getFirst(CARRIER));
        return parcels.carriers()
                .any(known -> known.code().equals(carrier))
                .flatMap(
                        known ->
                                known
                                        ? batches.send(
                                                        batch,
                                                        issued(typed),
                                                        carrier,
                                                        staff.getName())
                                                .map(done -> done(exchange, done))
                                        : again(exchange, batch));
    }

    private static Map<String, UUID> issued(MultiValueMap<String, String> typed) {
        return typed.toSingleValueMap().entrySet().stream()
                .filter(field -> field.getKey().startsWith(PARCEL))
                .collect(
                        toMap(
                                field -> field.getKey().substring(PARCEL.length()),
                                field -> Slice.id(field.getValue())));
    }

    private Mono<Rendering> again(ServerWebExchange exchange, Batch batch) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, batch, List.of(Problem.of(CARRIER, "fulfilment.carrier.missing")));
    }

    private static Rendering done(ServerWebExchange exchange, List<Batches.Outcome> outcomes) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Page.of("fulfilment/batch-sent")
                .with("outcomes", outcomes)
                .with("sent", outcomes.stream().filter(Batches.Outcome::sent).count())
                .rendering();
    }
}
