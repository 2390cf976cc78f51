package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.addresses.Mergers.Merger;
import org.lfnkr.zabuton.supporters.proofs.ProofPurpose;
import org.lfnkr.zabuton.supporters.proofs.Proofs;
import org.lfnkr.zabuton.supporters.proofs.Tries;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The mail addresses of a member: another one to be reached by, and others they used before. A new
 * address has to be proved, see {@link ProvedAddresses}; the one before is told, and can revoke the
 * change for a week, see {@link RevokedChanges}.
 */
@Component
class MailAddresses {

    static final String CHANGE_LETTER = "address-change";
    static final String RESTORED_LETTER = "address-restored";

    private static final int CHANGES_A_DAY = 5;

    private final Proofs proofs;
    private final Tries tries;
    private final Supporters supporters;
    private final AddressOwners owners;
    private final AddressChanges changes;
    private final Mergers mergers;
    private final Vault vault;
    private final Mail mail;
    private final TransactionalOperator transaction;

    MailAddresses(
            Proofs proofs,
            Tries tries,
            Supporters supporters,
            AddressOwners owners,
            AddressChanges changes,
            Mergers mergers,
            Vault vault,
            Mail mail,
            TransactionalOperator transaction) {
        this.proofs = proofs;
        this.tries = tries;
        this.supporters = supporters;
        this.owners = owners;
        this.changes = changes;
        this.mergers = mergers;
        this.vault = vault;
        this.mail = mail;
        this.transaction = transaction;
    }

    /** An address that was brought together with another, and until when that can be undone. */
    public record Joined(UUID id, EmailAddress email, Instant until) {}

    /**
     * Mails a proof to the new address and tells the one before.
     *
     * @return false where too much was asked for
     */
    public Mono<Boolean> change(
            ServerWebExchange exchange, Member member, EmailAddress email, Language language) {
        return ask(exchange, member, email, language, ProofPurpose.NEW_ADDRESS)
                .delayUntil(asked -> asked ? tellTheOneBefore(member, language) : Mono.empty());
    }

    /**
     * Mails a proof to an address that the member used before.
     *
     * @return false where too much was asked for
     */
    public Mono<Boolean> join(
            ServerWebExchange exchange, Member member, EmailAddress email, Language language) {
        return ask(exchange, member, email, language, ProofPurpose.OTHER_ADDRESS);
    }

    private Mono<Boolean> ask(
            ServerWebExchange exchange,
            Member member,
            EmailAddress email,
            Language language,
            ProofPurpose purpose) {
        Proofs.Request request =
                new Proofs.Request(purpose, email, language, WayBack.UNKNOWN, member.id());
        byte[] who = vault.blindIndex("supporters.changer", member.id().toString());
        return tries.allow("address-change", who, CHANGES_A_DAY, Duration.ofDays(1))
                .flatMap(allowed -> allowed ? proofs.begin(exchange, request) : Mono.just(false));
    }

    private Mono<Void> tellTheOneBefore(Member member, Language language) {
        return supporters
                .own(member.subject())
                .flatMap(own -> changes.add(member.id(), own.email()))
                .flatMap(id -> mail.queue(new MailRequest(CHANGE_LETTER, id.toString(), language)))
                .as(transaction::transactional);
    }

    /** What a member brought together and can still take apart. */
    public Flux<Joined> joined(Member member) {
        return mergers.of(member).concatMap(merger -> line(member, merger));
    }

    private Mono<Joined> line(Member member, Merger merger) {
        return Flux.fromIterable(member.selves())
                .filter(self -> self.id().equals(merger.duplicate()))
                .next()
                .flatMap(self -> supporters.own(self.subject()))
                .map(own -> new Joined(merger.id(), own.email(), merger.until()));
    }

    /**
     * Takes two addresses of a member apart again.
     *
     * @return false where there is nothing of theirs to take apart
     */
    public Mono<Boolean> separate(Member member, UUID joined) {
        return mergers.separate(member, joined)
                .delayUntil(merger -> owners.record(merger.duplicate(), "supporter.separated"))
                .hasElement()
                .as(transaction::transactional);
    }
}
