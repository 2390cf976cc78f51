package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.proofs.KeptLinks;
import org.lfnkr.zabuton.supporters.proofs.Proofs;
import org.lfnkr.zabuton.supporters.signin.Sessions;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Takes changes of mail addresses back, when the owner of the address before says so. */
@Component
class RevokedChanges {

    private static final HostCookie LINK = new HostCookie("revocation", Proofs.VALID);

    private final SupporterStore store;
    private final AddressOwners owners;
    private final AddressChanges changes;
    private final Mergers mergers;
    private final Sessions sessions;
    private final Vault vault;
    private final Mail mail;
    private final TransactionalOperator transaction;

    RevokedChanges(
            SupporterStore store,
            AddressOwners owners,
            AddressChanges changes,
            Mergers mergers,
            Sessions sessions,
            Vault vault,
            Mail mail,
            TransactionalOperator transaction) {
        this.store = store;
        this.owners = owners;
        this.changes = changes;
        this.mergers = mergers;
        this.sessions = sessions;
        this.vault = vault;
        this.mail = mail;
        this.transaction = transaction;
    }

    /** Keeps the token of an opened link out of the address, for {@link #revoke}. */
    public void keepLink(ServerWebExchange exchange, String token) {
        KeptLinks.keep(LINK, exchange, token);
    }

    /**
     * Takes a change back, whether or not it was done, and signs everybody out: the owner of the
     * address before says that it wasn't them. The address that is given up is told.
     *
     * @param language of that letter
     * @return false where the link is worn
     */
    public Mono<Boolean> revoke(ServerWebExchange exchange, Language language) {
        return KeptLinks.take(LINK, exchange)
                .flatMap(changes::revoke)
                .delayUntil(this::undo)
                .delayUntil(
                        change -> owners.record(change.supporter(), "supporter.address-restored"))
                .delayUntil(change -> sessions.endAll(change.supporter()))
                .delayUntil(change -> tell(change, language))
                .hasElement()
                .as(transaction::transactional);
    }

    private Mono<Void> tell(AddressChange change, Language language) {
        return change.doneAt() == null
                ? Mono.empty()
                : mail.queue(
                        new MailRequest(
                                MailAddresses.RESTORED_LETTER, change.id().toString(), language));
    }

    private Mono<Void> undo(AddressChange change) {
        if (change.doneAt() == null) {
            return Mono.empty();
        }
        UUID merger = change.merger();
        return merger == null ? restore(change) : mergers.separate(merger).then(giveBack(change));
    }

    private Mono<Void> restore(AddressChange change) {
        return changes.notice(change)
                .zipWith(store.main(change.supporter()))
                .flatMap(both -> restore(both.getT2(), both.getT1().before()));
    }

    /** Whose address staff corrected to that of somebody we knew has had none since. */
    private Mono<Void> giveBack(AddressChange change) {
        return changes.notice(change)
                .zipWith(store.own(change.supporter()))
                .flatMap(both -> restore(both.getT2(), both.getT1().before()));
    }

    /** Somebody may have ordered by the address since; then it is theirs, and they are the same. */
    private Mono<Void> restore(Supporter member, EmailAddress before) {
        return owners.owner(owners.index(before))
                .filter(owner -> !owner.equals(member))
                .flatMap(
                        owner ->
                                giveUp(member, before).then(mergers.merge(member.id(), owner.id())))
                .hasElement()
                .filter(merged -> !merged)
                .flatMap(merged -> owners.reach(member, before));
    }

    /** The revoked address must open nothing any more. */
    private Mono<Void> giveUp(Supporter member, EmailAddress before) {
        return store.forget(member.id())
                .flatMap(subject -> vault.seal(subject, Supporters.EMAIL, before.value()));
    }
}
