package org.lfnkr.zabuton.giving.thanks;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.thanks.PublicName.State;
import org.lfnkr.zabuton.giving.thanks.PublicNameStore.Unread;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;

/**
 * The names by which givers are thanked in public: chosen by them, read by staff before anybody
 * else sees them, and gone when the giver wishes so. The words themselves are in the vault only.
 */
@Service
public class PublicNames {

    /** The longest name, in characters as a person counts them. */
    public static final int LONGEST = 100;

    /** Each name is the business of one person's key, so a few are opened side by side. */
    private static final int AT_ONCE = 8;

    private final PublicNameStore store;
    private final Vault vault;
    private final AuditTrail audit;

    PublicNames(PublicNameStore store, Vault vault, AuditTrail audit) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * The name on the give form. Whoever has used it before is not read again; it says nothing
     * about names that the same mail address has under other pledges, since nobody has proved it.
     */
    @Transactional
    public Mono<Void> choose(Pledge pledge, String text) {
        Supporter giver = new Supporter(pledge.supporter(), pledge.subject());
        Member member = new Member(giver.id(), giver.subject());
        return store.lock(member)
                .thenMany(of(member))
                .filter(known -> known.text().equals(text))
                .next()
                .map(PublicName::id)
                .switchIfEmpty(Mono.defer(() -> add(giver, text)))
                .flatMap(name -> store.thankFor(name, pledge.id()));
    }

    /** A name for all that a member has given so far; whoever has one can change it instead. */
    @Transactional
    public Mono<Void> choose(Member member, String text) {
        return store.lock(member)
                .thenMany(store.of(member))
                .hasElements()
                .filter(named -> !named)
                .flatMap(none -> add(new Supporter(member.id(), member.subject()), text))
                .flatMap(name -> store.thankForAll(name, member));
    }

    private Mono<UUID> add(Supporter giver, String text) {
        UUID name = UUID.randomUUID();
        return store.add(name, giver)
                .then(vault.seal(giver.subject(), PublicNameStore.place(name), text))
                .thenReturn(name);
    }

    /** A member's names, the oldest first. */
    public Flux<PublicName> of(Member member) {
        return store.of(member).as(this::read);
    }

    /** Empty also where the name is somebody else's. */
    public Mono<PublicName> find(Member member, UUID name) {
        return of(member).filter(known -> known.id().equals(name)).next();
    }

    /** The names under which a pledge is thanked for. */
    public Flux<PublicName> of(Pledge pledge) {
        return store.of(pledge.id()).as(this::read);
    }

    /**
     * Another name in the stead of a member's own, which waits to be read like a new one. The same
     * text changes nothing.
     *
     * @return empty where the name is not the member's
     */
    @Transactional
    public Mono<UUID> change(Member member, UUID name, String text) {
        return store.lock(member, name).delayUntil(own -> replace(own, text)).map(Unread::id);
    }

    private Mono<Void> replace(Unread own, String text) {
        return read(own)
                .filter(known -> !known.text().equals(text))
                .flatMap(known -> add(own.giver(), text))
                .delayUntil(next -> store.thankInstead(next, own.id()))
                .flatMap(next -> remove(own));
    }

    /**
     * Takes a member's own name back, for good and at once.
     *
     * @return empty where the name is not the member's
     */
    @Transactional
    public Mono<UUID> withdraw(Member member, UUID name) {
        return store.lock(member, name).delayUntil(this::remove).map(Unread::id);
    }

    private Mono<Void> remove(Unread name) {
        return store.remove(name.id()).then(vault.remove(name.giver().subject(), name.place()));
    }

    /** Their words go with their person's key. */
    public Mono<Void> forget(Member member) {
        return store.removeAll(member);
    }

    /**
     * What staff have to read or have read, as far as a gift stands behind it; as many as a page
     * shows.
     *
     * @param after the last name of the page before; one in another state begins
     */
    public Mono<Slice<PublicName>> toRead(State state, UUID after) {
        return store.given(state, after)
                .flatMap(
                        names ->
                                read(Flux.fromIterable(names.items()))
                                        .collectList()
                                        .map(names::with));
    }

    /**
     * @param actor the account of the member of staff who has read the name
     * @return false where there is no such name any more
     */
    @Transactional
    public Mono<Boolean> decide(UUID name, State state, String actor) {
        return store.decide(name, state)
                .delayUntil(
                        there ->
                                there
                                        ? audit.record(
                                                actor,
                                                "public-name." + state.code(),
                                                name.toString(),
                                                "read by staff")
                                        : Mono.empty());
    }

    /** What everybody may read. */
    Flux<String> published() {
        return store.published().as(this::read).map(PublicName::text).distinct();
    }

    /** In their order. Whoever is being erased at this moment is left out. */
    private Flux<PublicName> read(Flux<Unread> names) {
        return names.collectList()
                .flatMapIterable(all -> all)
                .flatMapSequential(this::read, AT_ONCE);
    }

    private Mono<PublicName> read(Unread name) {
        return vault.reveal(name.giver().subject(), name.place()).map(name::reading);
    }
}
