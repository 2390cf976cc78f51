package org.lfnkr.zabuton.evidence;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Objects;

/** Hands a sealed file out to who may see it: an act, since it leaves a trace. */
@Controller
@Needs(Right.OPEN_EVIDENCE)
@RequestMapping("/{lang:en|ja}/desk/evidence/{id}/openings")
class FileOpeningController {

    private final Openings openings;

    FileOpeningController(Openings openings) {
        this.openings = openings;
    }

    /** A reason that the page doesn't offer comes from no form of ours. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> open(
            ServerWebExchange exchange, @PathVariable String id, Principal staff) {
        EvidenceId file = new EvidenceId(Slice.id(id));
        return exchange.getFormData()
                .map(form -> Objects.requireNonNullElse(form.getFirst("reason"), ""))
                .flatMap(code -> Mono.justOrEmpty(OpenReason.of(code)))
                .flatMap(why -> openings.open(file, why, Colleague.of(staff).account()))
                .map(opened -> HandedOut.of(opened.file(), opened.content()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
