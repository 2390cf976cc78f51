package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.supporters.AddressReplaced;
import org.lfnkr.zabuton.supporters.EmailIndex;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** By which mail address somebody is reached, and whose an address is. */
@Component
class AddressOwners {

    private final SupporterStore store;
    private final Vault vault;
    private final AuditTrail audit;
    private final Outbox outbox;

    AddressOwners(SupporterStore store, Vault vault, AuditTrail audit, Outbox outbox) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.outbox = outbox;
    }

    EmailIndex index(EmailAddress email) {
        return EmailIndex.of(email, vault);
    }

    /** The member who came under an address; empty where nobody did. */
    Mono<Supporter> owner(EmailIndex index) {
        return store.find(index).map(Supporter::id).flatMap(store::main);
    }

    /** From now on the member is reached by this address. */
    Mono<Void> reach(Supporter member, EmailAddress email) {
        return vault.seal(member.subject(), Supporters.EMAIL, email.value())
                .then(store.reindex(member.id(), index(email)))
                .thenMany(store.selves(member.id()))
                .concatMap(self -> outbox.append(new AddressReplaced(self)))
                .then();
    }

    Mono<Void> record(SupporterId supporter, String action) {
        return audit.record("supporters", action, supporter.value().toString(), "proved by mail");
    }
}
