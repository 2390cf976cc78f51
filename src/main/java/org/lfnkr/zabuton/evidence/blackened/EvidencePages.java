package org.lfnkr.zabuton.evidence.blackened;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.evidence.Evidence;
import org.lfnkr.zabuton.evidence.EvidenceId;
import org.lfnkr.zabuton.evidence.EvidenceView;
import org.lfnkr.zabuton.evidence.OpenReason;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts together what the page of a file shows: everything but what is in it. */
@Component
class EvidencePages {

    private final Evidence evidence;
    private final Blackened blackened;
    private final Approvals approvals;
    private final AuditTrail audit;

    EvidencePages(Evidence evidence, Blackened blackened, Approvals approvals, AuditTrail audit) {
        this.evidence = evidence;
        this.blackened = blackened;
        this.approvals = approvals;
        this.audit = audit;
    }

    /** Not found where there is no such file. */
    Mono<Page> of(EvidenceId id, Form form) {
        return evidence.find(id)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(file -> page(file, form));
    }

    private Mono<Page> page(EvidenceView file, Form form) {
        return Mono.zip(
                        blackened.of(file.id()).collectList().zipWhen(this::refused),
                        audit.about(List.of(file.id().value().toString())).collectList())
                .map(
                        both ->
                                Page.of("evidence/evidence")
                                        .with("file", file)
                                        .with("pictures", both.getT1().getT1())
                                        .with("refused", both.getT1().getT2())
                                        .with("acts", both.getT2())
                                        .with("reasons", OpenReason.values())
                                        .with("form", form));
    }

    /** By pictures that nobody will pass, unless they are brought again. */
    private Mono<Map<UUID, Approval>> refused(List<BlackenedPicture> pictures) {
        return Flux.fromIterable(pictures)
                .filter(BlackenedPicture::waits)
                .concatMap(it -> approvals.refused(PictureApprovals.KIND, it.id()))
                .collectMap(Approval::subject);
    }
}
