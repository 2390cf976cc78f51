package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.audit.AuditEntry;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.AuditWords;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;

/** Tells who did what to a disbursement, and when: from the audit. */
@Component
class Course {

    private final AuditTrail audit;
    private final AuditWords words;
    private final Messages messages;

    Course(AuditTrail audit, AuditWords words, Messages messages) {
        this.audit = audit;
        this.words = words;
        this.messages = messages;
    }

    /** Oldest first. */
    Mono<List<Step>> of(DisbursementId id, Language language) {
        return audit.about(List.of(id.toString()))
                .map(entry -> step(entry, language))
                .collectList();
    }

    private Step step(AuditEntry entry, Language language) {
        return new Step(
                entry.at(),
                messages.text("audit.act." + entry.action(), language),
                entry.actor(),
                change(entry, language));
    }

    private String change(AuditEntry entry, Language language) {
        return switch (entry.action()) {
            case "disbursement.shown" ->
                    messages.text("disbursements.proof." + code(entry), language);
            case "disbursement.returned", "disbursement.taken-again" ->
                    messages.text(
                            "disbursements.course.returned",
                            language,
                            entry.change().before(),
                            entry.change().after(),
                            words.reason(entry, language));
            default -> "";
        };
    }

    private static String code(AuditEntry entry) {
        return AuditWords.code(entry.change().after());
    }
}
