package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Ends many sessions at once, which is an act of somebody and stands in the trail. */
@Component
@NamedInterface("inside")
public class SignOuts {

    private final StaffSessionStore sessions;
    private final AuditTrail audit;

    SignOuts(StaffSessionStore sessions, AuditTrail audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Signs somebody out everywhere. */
    @Transactional
    public Mono<Void> everywhere(UUID account, String actor) {
        return sessions.endAll(account)
                .then(audit.record(actor, "staff.signed-out", account.toString(), "everywhere"));
    }

    /** Signs somebody out everywhere but where they are. */
    @Transactional
    Mono<Void> elsewhere(StaffSession here) {
        return sessions.endOthers(here.account(), here.id())
                .filter(ended -> ended > 0)
                .flatMap(
                        ended ->
                                audit.record(
                                        here.getName(),
                                        "staff.signed-out-elsewhere",
                                        here.getName(),
                                        Long.toString(ended)));
    }
}
