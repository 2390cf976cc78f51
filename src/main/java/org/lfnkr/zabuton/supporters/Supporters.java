package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.kernel.Columns;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.vault.HeldKey;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows who buys or gives. The writing methods join the caller's transaction. */
@Component
public class Supporters {

    public static final String NAME = "supporters.name";
    public static final String EMAIL = "supporters.email";
    private static final int BATCH = 200;

    private final SupporterStore store;
    private final Vault vault;
    private final Clock clock;

    Supporters(SupporterStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The supporter with this mail address, met before or now. Two calls at once make one
     * supporter. Who was met before keeps the name they have: anybody can type an address, and must
     * not rename its owner by it.
     */
    @Transactional
    public Mono<Supporter> recognise(EmailAddress email, String name, Language language) {
        EmailIndex index = EmailIndex.of(email, vault);
        return store.lock(index)
                .then(store.find(index))
                .switchIfEmpty(Mono.defer(() -> meet(email, name, language, index)));
    }

    private Mono<Supporter> meet(
            EmailAddress email, String name, Language language, EmailIndex index) {
        return vault.open()
                .delayUntil(
                        subject -> vault.sealAll(subject, Map.of(NAME, name, EMAIL, email.value())))
                .map(subject -> new Supporter(SupporterId.random(), subject))
                .delayUntil(added -> store.add(added, index, language, clock.instant()));
    }

    /** By what the database knows a mail address, for who looks it up with other things. */
    public KnownAs knownAs(EmailAddress email) {
        EmailIndex index = EmailIndex.of(email, vault);
        return new KnownAs(index.lock(), index.allAsHex());
    }

    /** Somebody who was met with their key, or somebody new with one of their own. */
    public Mono<Person> person(Optional<Supporter> met) {
        return met.map(known -> vault.holdKey(known.subject()).map(key -> known(known, key)))
                .orElseGet(() -> vault.takeKey().map(Supporters::unknown));
    }

    private static Person known(Supporter supporter, HeldKey key) {
        return new Person(supporter, key, false);
    }

    private static Person unknown(HeldKey key) {
        return new Person(new Supporter(SupporterId.random(), key.subject()), key, true);
    }

    /** What {@code supporters.meet} writes of somebody new. */
    public Columns newcomer(Person person, EmailAddress email, Language language) {
        EmailIndex index = EmailIndex.of(email, vault);
        return new Columns()
                .with("id", person.supporter().id().value())
                .with("subject_id", person.supporter().subject().value())
                .with("email_index", index.newest())
                .with("index_key_id", index.keyId())
                .with("language", language.tag())
                .with("met_at", clock.instant());
    }

    /** What {@code supporters.agree} writes; as {@link #consent}. */
    public Columns agreed(SupporterId supporter, String kind, String version, String wording) {
        return new Columns()
                .with("supporter_id", supporter.value())
                .with("kind", kind)
                .with("version", version)
                .with("wording", wording)
                .with("given_at", clock.instant());
    }

    /**
     * Where a supporter is reached: name and mail address as they gave them, and where they brought
     * several addresses together those of the one they use; empty once they are erased.
     */
    public Mono<Recipient> recipient(SubjectId subject) {
        return store.main(subject).flatMap(this::own);
    }

    /** The name on record under this very key, also of who came under several. */
    public Mono<String> name(SubjectId subject) {
        return vault.reveal(subject, NAME);
    }

    /** Where whoever this is now is reached; empty once they are erased. */
    public Mono<Recipient> recipient(SupporterId supporter) {
        return store.main(supporter).flatMap(main -> own(main.subject()));
    }

    /** Who has this mail address, with all others of theirs; empty where nobody has it. */
    public Mono<Member> known(EmailAddress email) {
        return store.find(EmailIndex.of(email, vault)).flatMap(found -> member(found.id()));
    }

    /** The person whom we know under this id, with all others of theirs; empty once erased. */
    public Mono<Member> member(SupporterId id) {
        return store.main(id)
                .flatMap(
                        main ->
                                store.merged(main.id())
                                        .collectList()
                                        .map(its -> member(main, its)));
    }

    private static Member member(Supporter main, List<Supporter> merged) {
        return new Member(main.id(), main.subject(), merged);
    }

    /** Name and mail address under this very key. */
    public Mono<Recipient> own(SubjectId subject) {
        return vault.revealAll(subject, List.of(NAME, EMAIL))
                .filter(texts -> texts.size() == 2)
                .map(
                        texts ->
                                new Recipient(
                                        texts.getOrDefault(NAME, ""),
                                        new EmailAddress(texts.getOrDefault(EMAIL, ""))));
    }

    /**
     * Records what the supporter agreed to, now.
     *
     * @param kind what it is about, such as {@code gift-purpose}
     * @param version of the wording
     * @param wording the words as they were shown, without anything about the person
     */
    @Transactional
    public Mono<Void> consent(SupporterId supporter, String kind, String version, String wording) {
        return store.addConsent(supporter, kind, version, wording, clock.instant());
    }

    /** What the member agreed to and has not taken back, the latest of each kind. */
    public Flux<Consent> consents(Member member) {
        return store.consents(member)
                .collect(
                        LinkedHashMap<String, Consent>::new,
                        (latest, consent) -> latest.put(consent.kind(), consent))
                .flatMapIterable(latest -> latest.values())
                .filter(consent -> !consent.withdrawal());
    }

    /** Records that the member takes back what they agreed to of a kind, from now on. */
    @Transactional
    public Mono<Void> withdraw(Member member, String kind) {
        return store.withdraw(member, kind, clock.instant());
    }

    /** Destroys what is known of the supporter; the same mail address is a new supporter then. */
    @Transactional
    public Mono<Void> erase(SupporterId supporter) {
        return store.forget(supporter).flatMap(vault::erase);
    }

    /**
     * Makes the next fingerprints anew that are still made with a previous master key.
     *
     * @return how many were made anew, zero when none is left
     */
    @Transactional
    public Mono<Long> reindex() {
        return store.indexedByAnotherKeyThan(vault.newestKeyId(), BATCH)
                .concatMap(this::reindex)
                .count();
    }

    /** A supporter who was erased behind our back is forgotten instead. */
    private Mono<SubjectId> reindex(Supporter supporter) {
        return vault.reveal(supporter.subject(), EMAIL)
                .map(email -> EmailIndex.of(new EmailAddress(email), vault))
                .flatMap(
                        index ->
                                store.reindex(supporter.id(), index)
                                        .thenReturn(supporter.subject()))
                .switchIfEmpty(Mono.defer(() -> store.forget(supporter.id())));
    }
}
