package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.YearMonth;

/**
 * What the audit trail is told of closing; who signed, the approval tells. Why somebody wished it
 * is in their own words, which could name somebody: these stay with the waiver and the correction.
 */
@Component
class ClosingTrail {

    private final AuditTrail audit;

    ClosingTrail(AuditTrail audit) {
        this.audit = audit;
    }

    Mono<Void> began(YearMonth month, String by) {
        return audit.record(by, "period.began", month.toString(), "");
    }

    /** With the hash of what was kept. */
    Mono<Void> closed(YearMonth month, String by, String hash) {
        return audit.record(by, "period.closed", month.toString(), hash);
    }

    /** What was kept of a month left the desk as a file. */
    Mono<Void> exported(YearMonth month, String by) {
        return audit.record(by, "period.exported", month.toString(), "desk");
    }

    Mono<Void> corrected(Correction correction) {
        return audit.record(
                correction.by(), "period.corrected", Long.toString(correction.entry()), "desk");
    }

    Mono<Void> waived(Waiver waiver) {
        return audit.record(waiver.by(), "period.waived", waiver.month().toString(), "desk");
    }
}
