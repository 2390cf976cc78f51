package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.EmailIndex;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

/**
 * Corrects a mail address that was mistyped, as staff were told. One whose owner has signed in by
 * it is theirs to change, unless our mails don't reach it.
 */
@NamedInterface("corrections")
@Service
public class CorrectedAddresses {

    static final String LETTER = "address-corrected";

    private final SupporterStore store;
    private final Supporters supporters;
    private final AddressProofs proofs;
    private final AddressOwners owners;
    private final AddressChanges changes;
    private final Mergers mergers;
    private final Vault vault;
    private final Mail mail;
    private final AuditTrail audit;

    CorrectedAddresses(
            SupporterStore store,
            Supporters supporters,
            AddressProofs proofs,
            AddressOwners owners,
            AddressChanges changes,
            Mergers mergers,
            Vault vault,
            Mail mail,
            AuditTrail audit) {
        this.store = store;
        this.supporters = supporters;
        this.proofs = proofs;
        this.owners = owners;
        this.changes = changes;
        this.mergers = mergers;
        this.vault = vault;
        this.mail = mail;
        this.audit = audit;
    }

    /** What came of it. But for the first nothing was changed. */
    public enum Result {
        DONE,
        /** It is the one on record. */
        SAME,
        /** Its owner has proved it; only they change it. */
        PROVED,
        /** They were erased. */
        UNKNOWN
    }

    /**
     * A correction.
     *
     * @param subject whose address it is
     * @param bounced whether mails to the one before could not be delivered; else it is told
     * @param language of that letter
     * @param about for the audit trail: the id of the order or gift
     * @param reason for the audit trail: a code
     */
    public record Wish(
            SubjectId subject,
            EmailAddress email,
            boolean bounced,
            Language language,
            String about,
            String reason) {}

    /** Whether the owner of an address has signed in by it, or came under several. */
    public Mono<Boolean> isProved(SubjectId subject) {
        return store.under(subject).flatMap(proofs::isProved).defaultIfEmpty(false);
    }

    /**
     * Corrects the address: everything of theirs goes to the new one from now on. Where somebody is
     * known by it already, they are one person from now on, and can take that apart again.
     *
     * @param actor the account of staff
     */
    @Transactional
    public Mono<Result> correct(Wish wish, String actor) {
        return store.lock(owners.index(wish.email()))
                .then(store.locked(wish.subject()))
                .zipWhen(person -> supporters.own(wish.subject()))
                .flatMap(both -> correct(both.getT1(), both.getT2().email(), wish, actor))
                .defaultIfEmpty(Result.UNKNOWN);
    }

    private Mono<Result> correct(Supporter person, EmailAddress before, Wish wish, String actor) {
        EmailIndex index = owners.index(wish.email());
        return before.equals(wish.email())
                ? Mono.just(Result.SAME)
                : proofs.isProved(person)
                        .zipWith(owners.owner(index).hasElement())
                        .flatMap(
                                is ->
                                        is.getT1() && (is.getT2() || !wish.bounced())
                                                ? Mono.just(Result.PROVED)
                                                : write(person, before, wish, actor));
    }

    private Mono<Result> write(Supporter person, EmailAddress before, Wish wish, String actor) {
        return tell(person, before, wish)
                .then(owners.owner(owners.index(wish.email())))
                .flatMap(owner -> join(person, owner, wish.email()).thenReturn(true))
                .switchIfEmpty(
                        Mono.defer(() -> owners.reach(person, wish.email()).thenReturn(true)))
                .then(proofs.forget(person))
                .then(
                        audit.record(
                                actor, "supporter.address-corrected", wish.about(), wish.reason()))
                .thenReturn(Result.DONE);
    }

    /** The mistyped address must open nothing any more. */
    private Mono<Void> join(Supporter person, Supporter owner, EmailAddress email) {
        return store.forget(person.id())
                .flatMap(subject -> vault.seal(subject, Supporters.EMAIL, email.value()))
                .then(mergers.merge(person.id(), owner.id()))
                .then();
    }

    /** Nobody reads what bounces. */
    private Mono<Void> tell(Supporter person, EmailAddress before, Wish wish) {
        return wish.bounced()
                ? Mono.empty()
                : changes.add(person.id(), before)
                        .flatMap(
                                id ->
                                        mail.queue(
                                                new MailRequest(
                                                        LETTER, id.toString(), wish.language())));
    }
}
