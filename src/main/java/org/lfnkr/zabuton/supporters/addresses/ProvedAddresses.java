package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.supporters.EmailIndex;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.supporters.proofs.KeptLinks;
import org.lfnkr.zabuton.supporters.proofs.ProofPurpose;
import org.lfnkr.zabuton.supporters.proofs.Proofs;
import org.lfnkr.zabuton.supporters.proofs.Proven;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.Set;

/** Takes up the mail addresses that members have proved to read. */
@Component
class ProvedAddresses {

    private static final Set<ProofPurpose> PURPOSES =
            Set.of(ProofPurpose.NEW_ADDRESS, ProofPurpose.OTHER_ADDRESS);
    private static final HostCookie LINK = new HostCookie("address", Proofs.VALID);

    private final Proofs proofs;
    private final SupporterStore store;
    private final AddressOwners owners;
    private final AddressChanges changes;
    private final Mergers mergers;
    private final TransactionalOperator transaction;

    ProvedAddresses(
            Proofs proofs,
            SupporterStore store,
            AddressOwners owners,
            AddressChanges changes,
            Mergers mergers,
            TransactionalOperator transaction) {
        this.proofs = proofs;
        this.store = store;
        this.owners = owners;
        this.changes = changes;
        this.mergers = mergers;
        this.transaction = transaction;
    }

    /** How a proved address was taken up. */
    public enum Taken {
        /** The member is reached by it from now on. */
        CHANGED,
        /** There were orders or gifts under it; they stand on the same page now. */
        MERGED
    }

    /** Keeps the token of an opened link out of the address, for {@link #takeByLink}. */
    public void keepLink(ServerWebExchange exchange, String token) {
        KeptLinks.keep(LINK, exchange, token);
    }

    /** Takes up the address that the opened link proves; empty where the link is worn. */
    public Mono<Taken> takeByLink(ServerWebExchange exchange) {
        return KeptLinks.take(LINK, exchange)
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
        EmailIndex index = owners.index(proven.email());
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
                .delayUntil(change -> changes.keep(change, email))
                .delayUntil(change -> owners.record(member.id(), "supporter.address-changed"))
                .flatMap(
                        change ->
                                owners.owner(index)
                                        .flatMap(owner -> mergeInto(change, member, owner))
                                        .switchIfEmpty(Mono.defer(() -> reach(member, email))));
    }

    private Mono<Taken> mergeInto(AddressChange change, Supporter member, Supporter owner) {
        return owner.equals(member)
                ? Mono.just(Taken.CHANGED)
                : mergers.merge(member.id(), owner.id())
                        .flatMap(merger -> changes.note(change.id(), merger))
                        .thenReturn(Taken.MERGED);
    }

    private Mono<Taken> reach(Supporter member, EmailAddress email) {
        return owners.reach(member, email).thenReturn(Taken.CHANGED);
    }

    private Mono<Taken> join(Supporter member, EmailIndex index) {
        return owners.owner(index)
                .filter(owner -> !owner.equals(member))
                .delayUntil(owner -> owners.record(owner.id(), "supporter.merged"))
                .flatMap(owner -> mergers.merge(owner.id(), member.id()))
                .thenReturn(Taken.MERGED);
    }
}
