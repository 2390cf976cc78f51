package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.desk.RolesHeld;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes and closes accounts. Their mail addresses lie in the vault. */
@Component
@NamedInterface("inside")
public class Accounts implements RolesHeld {

    /** How long a link is good that adds a passkey. */
    static final Duration INVITED = Duration.ofDays(3);

    /** For how long another node may not know of a new account yet. */
    private static final Duration NAMED = Duration.ofMinutes(1);

    private static final String INDEX = "staff.mail";

    private final AccountStore store;
    private final InvitationStore invitations;
    private final StaffSessionStore sessions;
    private final Vault vault;
    private final InvitationLetters letters;
    private final AuditTrail audit;
    private final Clock clock;
    private volatile Mono<Map<String, String>> names;

    Accounts(
            AccountStore store,
            InvitationStore invitations,
            StaffSessionStore sessions,
            Vault vault,
            InvitationLetters letters,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.sessions = sessions;
        this.vault = vault;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
        this.names = collected();
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
                                        actor, "staff.made", account.toString(), sorted(roles)))
                .map(subject -> account)
                .doOnNext(made -> names = collected());
    }

    /** The open account of an address. */
    public Mono<UUID> find(EmailAddress mail) {
        return store.byMail(indexes(mail));
    }

    private List<byte[]> indexes(EmailAddress mail) {
        return indexes(mail.value());
    }

    /** The fingerprints by which an account is found, of whatever was typed. */
    List<byte[]> indexes(String mail) {
        return vault.blindIndexes(INDEX, mail.toLowerCase(Locale.ROOT));
    }

    private static String place(UUID account) {
        return "staff.mail/" + account;
    }

    /** An account's mail address, which is its name among the staff. */
    public Mono<String> mail(UUID account) {
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
        return invitations
                .add(account, token, clock.instant(), clock.instant().plus(INVITED))
                .then(audit.record(actor, "staff.invited", account.toString(), "link"))
                .thenReturn(token);
    }

    /** An account as an administrator sees it. */
    public record Person(Account account, String mail) {}

    @Override
    public Mono<Set<Role>> held() {
        return Flux.defer(store::roles).collect(Collectors.toUnmodifiableSet());
    }

    /** The open accounts. */
    public Flux<Person> open() {
        return Flux.defer(() -> store.open(clock.instant()))
                .concatMap(line -> mail(line.id()).map(mail -> new Person(line, mail)));
    }

    /** What the staff calls its open accounts, which is their mail addresses, by their ids. */
    Mono<Map<String, String>> names() {
        return Mono.defer(() -> names);
    }

    /** A page asks for them each time, and accounts are made or closed twice a year. */
    private Mono<Map<String, String>> collected() {
        return open().collectMap(it -> it.account().id().toString(), Person::mail)
                .cache(all -> NAMED, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** One open account. */
    public Mono<Person> find(UUID account) {
        return store.find(account, clock.instant())
                .flatMap(line -> mail(account).map(mail -> new Person(line, mail)));
    }

    /** Whoever changes the account next waits; nothing of one that is closed. */
    public Mono<Void> hold(UUID account) {
        return store.lock(account, clock.instant()).then();
    }

    /** Whether one person may have all of these. */
    public static boolean goTogether(Set<Role> roles) {
        return !roles.containsAll(Set.of(Role.ADMIN, Role.APPROVER));
    }

    /** A new account whose link goes out by mail; empty where the address has one. */
    @Transactional
    public Mono<UUID> welcome(EmailAddress mail, Set<Role> roles, Language language, String actor) {
        return make(mail, roles, actor).delayUntil(account -> sendLink(account, language, actor));
    }

    /** Mails a link by which another passkey is made; nothing to a closed account. */
    @Transactional
    public Mono<Void> sendLink(UUID account, Language language, String actor) {
        return store.lock(account, clock.instant())
                .flatMap(
                        open ->
                                audit.record(
                                                actor,
                                                "staff.link-sent",
                                                account.toString(),
                                                "by an administrator")
                                        .then(letters.queue(account, language)));
    }

    /** Changes what somebody does, which an approver has signed; from their next step on. */
    @Transactional
    public Mono<Void> giveRoles(UUID account, Set<Role> roles, String actor) {
        return store.lock(account, clock.instant())
                .filter(open -> !open.roles().equals(roles))
                .flatMap(open -> giveRoles(open, roles, actor));
    }

    private Mono<Void> giveRoles(Account open, Set<Role> roles, String actor) {
        return store.dropRoles(open.id())
                .then(store.addRoles(open.id(), roles))
                .then(
                        audit.record(
                                actor,
                                "staff.roles-changed",
                                open.id().toString(),
                                "approved",
                                new Change(sorted(open.roles()), sorted(roles))));
    }

    /** Roles as the trail of acts says them. */
    public static String sorted(Set<Role> roles) {
        return roles.stream().sorted().toList().toString();
    }

    /** Nobody comes in by this account any more; its mail address is erased. */
    @Transactional
    public Mono<Void> close(UUID account, String actor, String reason) {
        return store.close(account, clock.instant())
                .then(invitations.withdraw(account))
                .then(sessions.endAll(account))
                .then(store.subject(account))
                .flatMap(vault::erase)
                .then(audit.record(actor, "staff.closed", account.toString(), reason))
                .doOnSuccess(closed -> names = collected());
    }
}
