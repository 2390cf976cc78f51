package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Opens accounts here that we have at a bank. */
@Service
class BankAccounts {

    private final BankAccountStore store;
    private final AuditTrail audit;
    private final Clock clock;

    BankAccounts(BankAccountStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** False where another is called so. */
    @Transactional
    public Mono<Boolean> open(BankAccount account, String by) {
        return store.add(account, by, clock.instant())
                .delayUntil(
                        added ->
                                added
                                        ? audit.record(
                                                by, "bank.opened", account.id().toString(), "")
                                        : Mono.empty());
    }
}
