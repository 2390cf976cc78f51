package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.Mergers.Merger;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.HostCookie;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The mail addresses of a member: another one to be reached by, and others they used before. A new
 * address has to be proved; the one before is told, and can revoke the change for a week.
 */
@Component
public class MailAddresses {

    static final String CHANGE_LETTER = "address-change";

    private static final Set<ProofPurpose> PURPOSES =
            Set.of(ProofPurpose.NEW_ADDRESS, ProofPurpose.OTHER_ADDRESS);
    private static final HostCookie LINK = new HostCookie("address", Proofs.VALID);
    private static final HostCookie REVOCATION = new HostCookie("revocation", Proofs.VALID);
    private static final int CHANGES_A_DAY = 5;

    private final Proofs proofs;
    private final Tries tries;
    private final SupporterStore store;
    private final Supporters supporters;
    private final Sessions sessions;
    private final AddressChanges changes;
    private final Mergers mergers;
    private final Vault vault;
    private final Mail mail;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;

    MailAddresses(
            Proofs proofs,
            Tries tries,
            SupporterStore store,
            Supporters supporters,
            Sessions sessions,
            AddressChanges changes,
            Mergers mergers,
            Vault vault,
            Mail mail,
            AuditTrail audit,
            TransactionalOperator transaction) {
        this.proofs = proofs;
        this.tries = tries;
        this.store = store;
        this.supporters = supporters;
        this.sessions = sessions;
        this.changes = changes;
        this.mergers = mergers;
        this.vault = vault;
        this.mail = mail;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** How a proved address was taken up. */
    public enum Taken {
        /** The member is reached by it from now on. */
        CHANGED,
        /** There were orders or gifts under it; they stand on the same page now. */
        MERGED
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

    /** Keeps the token of an opened link out of the address, for {@link #takeByLink}. */
    public void keepLink(ServerWebExchange exchange, String token) {
        keep(LINK, exchange, token);
    }

    /** The same for {@link #revoke}. */
    public void keepRevocation(ServerWebExchange exchange, String token) {
        keep(REVOCATION, exchange, token);
    }

    private static void keep(HostCookie cookie, ServerWebExchange exchange, String token) {
        Secret.parse(token).ifPresent(it -> cookie.write(exchange.getResponse(), it.text()));
    }

    private static Optional<Secret> kept(HostCookie cookie, ServerWebExchange exchange) {
        cookie.clear(exchange.getResponse());
        return cookie.read(exchange.getRequest()).flatMap(Secret::parse);
    }

    /** Takes up the address that the opened link proves; empty where the link is worn. */
    public Mono<Taken> takeByLink(ServerWebExchange exchange) {
        return Mono.defer(() -> Mono.justOrEmpty(kept(LINK, exchange)))
                .flatMap(token -> proofs.takeByLink(PURPOSES, token))
                .flatMap(this::take)
                .as(transaction::transactional);
    }

    /** Takes up the address that the code proves; empty where the code is wrong or worn. */
    public Mono<Taken> takeByCode(ServerWebExchange exchange, String code) {
        return proofs.takeByCode(exchange, PURPOSES, code).flatMap(this::takeAlone);
    }

    private Mono<Taken> takeAlone(Proven proven) {
        return take(proven).as(transaction::transactional);
    }

    private Mono<Taken> take(Proven proven) {
        EmailIndex index = EmailIndex.of(proven.email(), vault);
        return store.lock(index)
                .then(Mono.justOrEmpty(Optional.ofNullable(proven.proof().askedBy())))
                .flatMap(store::main)
                .flatMap(
                        member ->
                                proven.proof().purpose() == ProofPurpose.NEW_ADDRESS
                                        ? change(member, proven.email(), index)
                                        : join(member, index));
    }

    private Mono<Taken> change(Supporter member, EmailAddress email, EmailIndex index) {
        return changes.take(member.id())
                .delayUntil(change -> record(member.id(), "supporter.address-changed"))
                .flatMap(
                        change ->
                                owner(index)
                                        .flatMap(owner -> mergeInto(change, member, owner))
                                        .switchIfEmpty(
                                                Mono.defer(() -> reach(member, email, index))));
    }

    private Mono<Supporter> owner(EmailIndex index) {
        return store.find(index).map(Supporter::id).flatMap(store::main);
    }

    private Mono<Taken> mergeInto(AddressChange change, Supporter member, Supporter owner) {
        return owner.equals(member)
                ? Mono.just(Taken.CHANGED)
                : mergers.merge(member.id(), owner.id())
                        .flatMap(merger -> changes.note(change.id(), merger))
                        .thenReturn(Taken.MERGED);
    }

    private Mono<Taken> reach(Supporter member, EmailAddress email, EmailIndex index) {
        return vault.seal(member.subject(), Supporters.EMAIL, email.value())
                .then(store.reindex(member.id(), index))
                .thenReturn(Taken.CHANGED);
    }

    private Mono<Taken> join(Supporter member, EmailIndex index) {
        return owner(index)
                .filter(owner -> !owner.equals(member))
                .delayUntil(owner -> record(owner.id(), "supporter.merged"))
                .flatMap(owner -> mergers.merge(owner.id(), member.id()))
                .thenReturn(Taken.MERGED);
    }

    /**
     * Takes a change back, whether or not it was done, and signs everybody out: the owner of the
     * address before says that it wasn't them.
     *
     * @return false where the link is worn
     */
    public Mono<Boolean> revoke(ServerWebExchange exchange) {
        return Mono.defer(() -> Mono.justOrEmpty(kept(REVOCATION, exchange)))
                .flatMap(changes::revoke)
                .delayUntil(this::undo)
                .delayUntil(change -> record(change.supporter(), "supporter.address-restored"))
                .delayUntil(change -> sessions.endAll(change.supporter()))
                .hasElement()
                .as(transaction::transactional);
    }

    private Mono<Void> undo(AddressChange change) {
        if (change.doneAt() == null) {
            return Mono.empty();
        }
        UUID merger = change.merger();
        return merger == null ? restore(change) : mergers.separate(merger).then();
    }

    private Mono<Void> restore(AddressChange change) {
        return changes.notice(change)
                .zipWith(store.main(change.supporter()))
                .flatMap(both -> restore(both.getT2(), both.getT1().before()));
    }

    /** Somebody may have ordered by the address since; then it is theirs, and they are the same. */
    private Mono<Void> restore(Supporter member, EmailAddress before) {
        EmailIndex index = EmailIndex.of(before, vault);
        return owner(index)
                .filter(owner -> !owner.equals(member))
                .flatMap(
                        owner ->
                                giveUp(member, before).then(mergers.merge(member.id(), owner.id())))
                .hasElement()
                .filter(merged -> !merged)
                .flatMap(merged -> reach(member, before, index))
                .then();
    }

    /** The revoked address must open nothing any more. */
    private Mono<Void> giveUp(Supporter member, EmailAddress before) {
        return store.forget(member.id())
                .flatMap(subject -> vault.seal(subject, Supporters.EMAIL, before.value()));
    }

    private Mono<Void> record(SupporterId supporter, String action) {
        return audit.record("supporters", action, supporter.value().toString(), "proved by mail");
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
                .delayUntil(merger -> record(merger.duplicate(), "supporter.separated"))
                .hasElement()
                .as(transaction::transactional);
    }
}
