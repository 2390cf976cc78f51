package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.lfnkr.zabuton.evidence.SealResult;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Parts;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.UUID;

/** Where finance brings the invoice, and what shows the delivery. */
@Controller
@Needs(Right.PLAN_SPENDING)
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH + "/{id}/proofs")
class ProofController {

    private final DisbursementProofs proofs;
    private final DisbursementPages pages;

    ProofController(DisbursementProofs proofs, DisbursementPages pages) {
        this.proofs = proofs;
        this.pages = pages;
    }

    @PostMapping
    Mono<Rendering> add(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return Mono.zip(pages.find(id), exchange.getMultipartData())
                .flatMap(
                        both ->
                                add(
                                        exchange,
                                        language,
                                        both.getT1().id(),
                                        both.getT2(),
                                        UUID.fromString(staff.getName())));
    }

    private Mono<Rendering> add(
            ServerWebExchange exchange,
            Language language,
            DisbursementId id,
            MultiValueMap<String, Part> parts,
            UUID staff) {
        EvidenceKind kind = kind(parts);
        return Upload.read(parts, "file", file -> proofs.seal(id, kind, file, staff))
                .flatMap(result -> answered(exchange, language, id, result))
                .switchIfEmpty(Mono.fromSupplier(() -> told(exchange, language, id, "over")));
    }

    /** An invoice where it is not said to be a delivery. */
    private static EvidenceKind kind(MultiValueMap<String, Part> parts) {
        return Parts.typed(parts, "kind").equals(EvidenceKind.DELIVERY.code())
                ? EvidenceKind.DELIVERY
                : EvidenceKind.INVOICE;
    }

    private Mono<Rendering> answered(
            ServerWebExchange exchange, Language language, DisbursementId id, SealResult result) {
        return switch (result) {
            case SealResult.Sealed sealed -> Mono.just(told(exchange, language, id, "shown"));
            case SealResult.Refused refused ->
                    pages.again(exchange, id, language, refused.why().problem("file"));
        };
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, DisbursementId id, String what) {
        return Told.on(
                exchange, DisbursementPages.path(language, id), "disbursements.told." + what);
    }
}
