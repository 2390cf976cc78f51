package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Makes and closes accounts. Their mail addresses lie in the vault. */
@Component
class Accounts {

    /** How long a link is good that adds a passkey. */
    static final Duration INVITED = Duration.ofDays(3);

    private static final String INDEX = "staff.mail";

    private final AccountStore store;
    private final StaffSessionStore sessions;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(
            AccountStore store,
            StaffSessionStore sessions,
            Vault vault,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A new account, in which nobody can sign in before they were {@link #invite invited}.
     *
     * @param actor who makes it, for the audit trail
     * @return empty where the address has one
     */
    @Transactional
    public Mono<UUID> make(EmailAddress mail, Set<Role> roles, String actor) {
        UUID account = UUID.randomUUID();
        List<byte[]> indexes = indexes(mail);
        return store.byMail(indexes)
                .hasElement()
                .filter(known -> !known)
                .flatMap(free -> vault.open())
                .delayUntil(subject -> vault.seal(subject, place(account), mail.value()))
                .delayUntil(
                        subject ->
                                store.add(
                                        account,
                                        subject,
                                        indexes.getFirst(),
                                        vault.newestKeyId(),
                                        clock.instant()))
                .delayUntil(subject -> store.addRoles(account, roles))
                .delayUntil(
                        subject ->
                                audit.record(
                                        actor, "staff.made", account.toString(), roles.toString()))
                .thenReturn(account);
    }

    /** The open account of an address. */
    Mono<UUID> find(EmailAddress mail) {
        return store.byMail(indexes(mail));
    }

    private List<byte[]> indexes(EmailAddress mail) {
        return vault.blindIndexes(INDEX, mail.value().toLowerCase(Locale.ROOT));
    }

    private static String place(UUID account) {
        return "staff.mail/" + account;
    }

    /** An account's mail address. */
    Mono<String> mail(UUID account) {
        return store.subject(account).flatMap(subject -> mail(account, subject));
    }

    private Mono<String> mail(UUID account, SubjectId subject) {
        return vault.reveal(subject, place(account));
    }

    /**
     * A link's token by which somebody adds a passkey, once, within {@link #INVITED}; earlier ones
     * of the account are worth nothing any more.
     */
    @Transactional
    public Mono<Secret> invite(UUID account, String actor) {
        Secret token = Secret.random();
        return store.invite(account, token, clock.instant(), clock.instant().plus(INVITED))
                .then(audit.record(actor, "staff.invited", account.toString(), "link"))
                .thenReturn(token);
    }

    /** Nobody comes in by this account any more; its mail address is erased. */
    @Transactional
    public Mono<Void> close(UUID account, String actor, String reason) {
        return store.close(account, clock.instant())
                .then(store.withdraw(account))
                .then(sessions.endAll(account))
                .then(store.subject(account))
                .flatMap(vault::erase)
                .then(audit.record(actor, "staff.closed", account.toString(), reason));
    }
}
