package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.supporters.addresses.AddressChanges;
import org.lfnkr.zabuton.supporters.proofs.Proofs;
import org.lfnkr.zabuton.supporters.proofs.Tries;
import org.lfnkr.zabuton.supporters.signin.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

/** Forgets everything whose time is over. */
@Component
public class Forgetting {

    private final Sessions sessions;
    private final Proofs proofs;
    private final Tries tries;
    private final AddressChanges changes;
    private final Retention retention;
    private final TransactionalOperator transaction;

    Forgetting(
            Sessions sessions,
            Proofs proofs,
            Tries tries,
            AddressChanges changes,
            Retention retention,
            TransactionalOperator transaction) {
        this.sessions = sessions;
        this.proofs = proofs;
        this.tries = tries;
        this.changes = changes;
        this.retention = retention;
        this.transaction = transaction;
    }

    public Mono<Void> sweep() {
        return sessions.sweep()
                .then(proofs.sweep())
                .then(tries.sweep())
                .then(changes.sweep().as(transaction::transactional))
                .then(retention.sweep())
                .then();
    }
}
