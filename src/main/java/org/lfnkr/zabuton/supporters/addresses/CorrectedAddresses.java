package org.lfnkr.zabuton.supporters.addresses;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.addresses.AddressProofs.Standing;
import org.lfnkr.zabuton.supporters.proofs.Tries;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Corrects a mail address that was mistyped, as staff were told. One whose owner has signed in by
 * it is theirs to change, unless our mails have come back since.
 */
@NamedInterface("corrections")
@Service
public class CorrectedAddresses {

    static final String LETTER = "address-corrected";

    private static final int TRIES_A_DAY = 5;

    private final SupporterStore store;
    private final Supporters supporters;
    private final AddressProofs proofs;
    private final AddressOwners owners;
    private final AddressChanges changes;
    private final Mergers mergers;
    private final Tries tries;
    private final Vault vault;
    private final Mail mail;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;

    CorrectedAddresses(
            SupporterStore store,
            Supporters supporters,
            AddressProofs proofs,
            AddressOwners owners,
            AddressChanges changes,
            Mergers mergers,
            Tries tries,
            Vault vault,
            Mail mail,
            AuditTrail audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.supporters = supporters;
        this.proofs = proofs;
        this.owners = owners;
        this.changes = changes;
        this.mergers = mergers;
        this.tries = tries;
        this.vault = vault;
        this.mail = mail;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What came of it. But for the first nothing was changed. */
    public enum Result {
        DONE,
        /** It is the one on record. */
        SAME,
        /** Its owner has proved it; only they change it. */
        PROVED,
        /** They were erased. */
        UNKNOWN,
        /** It was tried too often today. */
        LIMITED
    }

    /**
     * To whom we write about something.
     *
     * @param about for the audit trail: the id of the order, the gift or the plan
     */
    public record Whose(SubjectId subject, Language language, UUID about) {

        /**
         * @param bounced when the last mail to the address before was written, where that came back
         * @param reason for the audit trail: a code
         */
        public Wish wish(EmailAddress email, @Nullable Instant bounced, String reason) {
            return new Wish(subject, email, bounced, language, about.toString(), reason);
        }
    }

    /**
     * A correction.
     *
     * @param subject whose address it is
     * @param bounced when the last mail to the one before was written, where that came back
     * @param language of the letter to the one before
     * @param about for the audit trail: the id of the order or gift
     * @param reason for the audit trail: a code
     */
    public record Wish(
            SubjectId subject,
            EmailAddress email,
            @Nullable Instant bounced,
            Language language,
            String about,
            String reason) {}

    /**
     * What staff may do about an address.
     *
     * @param fixed whether it is its owner's alone to change
     * @param told whether a correction is told to it
     */
    public record Rules(boolean fixed, boolean told) {

        private static Rules of(Standing standing, @Nullable Instant bounced) {
            return new Rules(
                    standing == Standing.PROVED, standing != Standing.UNPROVED || bounced == null);
        }
    }

    /**
     * What holds for somebody's address.
     *
     * @param bounced when the last mail to it was written, where that came back
     */
    public Mono<Rules> rules(Whose whose, @Nullable Instant bounced) {
        return store.under(whose.subject())
                .flatMap(own -> store.main(own.id()))
                .flatMap(main -> proofs.standing(main, bounced))
                .defaultIfEmpty(Standing.UNPROVED)
                .map(standing -> Rules.of(standing, bounced));
    }

    /**
     * Corrects the address: everything of theirs goes to the new one from now on. Where somebody is
     * known by it already, they are one person from now on, and can take that apart again.
     *
     * @param actor the account of staff
     */
    public Mono<Result> correct(Wish wish, String actor) {
        byte[] who = vault.blindIndex("supporters.correction", wish.about());
        return tries.allow("address-correction", who, TRIES_A_DAY, Duration.ofDays(1))
                .flatMap(
                        allowed ->
                                allowed
                                        ? attempt(wish, actor).as(transaction::transactional)
                                        : Mono.just(Result.LIMITED));
    }

    private Mono<Result> attempt(Wish wish, String actor) {
        return store.lock(owners.index(wish.email()))
                .then(store.locked(wish.subject()))
                .flatMap(own -> store.main(own.id()))
                .flatMap(main -> store.locked(main.subject()))
                .zipWhen(person -> supporters.own(person.subject()))
                .flatMap(both -> correct(both.getT1(), both.getT2().email(), wish, actor))
                .defaultIfEmpty(Result.UNKNOWN);
    }

    private Mono<Result> correct(Supporter person, EmailAddress before, Wish wish, String actor) {
        return before.equals(wish.email())
                ? Mono.just(Result.SAME)
                : proofs.standing(person, wish.bounced())
                        .filterWhen(standing -> mayCorrect(standing, wish.email()))
                        .map(standing -> Rules.of(standing, wish.bounced()))
                        .flatMap(rules -> write(person, before, wish, rules, actor))
                        .defaultIfEmpty(Result.PROVED);
    }

    /** Nobody who has proved an address is made one with somebody else. */
    private Mono<Boolean> mayCorrect(Standing standing, EmailAddress email) {
        return switch (standing) {
            case UNPROVED -> Mono.just(true);
            case LAPSED -> owners.owner(owners.index(email)).hasElement().map(known -> !known);
            case PROVED -> Mono.just(false);
        };
    }

    private Mono<Result> write(
            Supporter person, EmailAddress before, Wish wish, Rules rules, String actor) {
        return move(person, wish.email())
                .singleOptional()
                .filter(merger -> rules.told())
                .flatMap(merger -> tell(person, before, wish, merger))
                .then(proofs.forget(person))
                .then(
                        audit.record(
                                actor, "supporter.address-corrected", wish.about(), wish.reason()))
                .thenReturn(Result.DONE);
    }

    /** The merger, where somebody is known by the address. */
    private Mono<UUID> move(Supporter person, EmailAddress email) {
        return owners.owner(owners.index(email))
                .flatMap(owner -> join(person, owner, email))
                .switchIfEmpty(
                        Mono.defer(() -> owners.reach(person, email).then(Mono.<UUID>empty())));
    }

    /** The mistyped address must open nothing any more. */
    private Mono<UUID> join(Supporter person, Supporter owner, EmailAddress email) {
        return store.forget(person.id())
                .flatMap(subject -> vault.seal(subject, Supporters.EMAIL, email.value()))
                .then(mergers.merge(person.id(), owner.id()));
    }

    /**
     * Nobody ever read what came back from a mistyped address; whose mailbox was full for a day
     * reads the letter when it is tried again.
     */
    private Mono<Void> tell(
            Supporter person, EmailAddress before, Wish wish, Optional<UUID> merger) {
        return changes.addDone(person.id(), before, wish.email())
                .delayUntil(
                        change ->
                                Mono.justOrEmpty(merger)
                                        .flatMap(id -> changes.note(change.id(), id)))
                .flatMap(
                        change ->
                                mail.queue(
                                        new MailRequest(
                                                LETTER, change.id().toString(), wish.language())));
    }
}
