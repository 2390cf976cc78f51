package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.staff.spare.SpareKeyStore;
import org.lfnkr.zabuton.staff.spare.SpareLinkStore;
import org.lfnkr.zabuton.staff.spare.Totp;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The spare way in, for whoever has no passkey at hand: a link by mail and a code of their
 * authenticator app. It signs nothing, see {@link StaffSession#rights}.
 */
@Component
class SpareWay {

    /** How long a link is good. */
    static final Duration VALID = Duration.ofMinutes(15);

    private final SpareKeyStore keys;
    private final SpareLinkStore links;
    private final AccountStore accounts;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    SpareWay(
            SpareKeyStore keys,
            SpareLinkStore links,
            AccountStore accounts,
            Vault vault,
            AuditTrail audit,
            Clock clock) {
        this.keys = keys;
        this.links = links;
        this.accounts = accounts;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    private static String place(UUID account) {
        return "staff.totp/" + account;
    }

    /** A new secret, to be shown once; an earlier one is worth nothing any more. */
    @Transactional
    public Mono<Totp> make(UUID account) {
        Totp made = Totp.random();
        return keys.put(account, clock.instant())
                .then(accounts.subject(account))
                .flatMap(subject -> vault.seal(subject, place(account), made.text()))
                .then(note(account, "staff.authenticator-made", "passkey"))
                .thenReturn(made);
    }

    private Mono<Void> note(UUID account, String act, String reason) {
        return audit.record(account.toString(), act, account.toString(), reason);
    }

    private Mono<Totp> secret(UUID account) {
        return accounts.subject(account)
                .flatMap(subject -> vault.reveal(subject, place(account)))
                .map(Totp::of);
    }

    private Mono<Long> step(UUID account, String code) {
        return secret(account)
                .map(it -> it.match(code, clock.instant()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong);
    }

    /** From then on it opens; false where the code is wrong, or too late. */
    @Transactional
    public Mono<Boolean> confirm(UUID account, String code) {
        Instant now = clock.instant();
        return step(account, code)
                .flatMap(step -> keys.confirm(account, now.minus(VALID), step, now))
                .defaultIfEmpty(false)
                .delayUntil(
                        done ->
                                done
                                        ? note(account, "staff.authenticator-added", "first code")
                                        : Mono.empty());
    }

    /** False where there was none. */
    @Transactional
    public Mono<Boolean> remove(UUID account) {
        return keys.drop(account)
                .delayUntil(gone -> accounts.subject(account).flatMap(it -> forget(it, account)))
                .delayUntil(
                        gone ->
                                gone
                                        ? note(
                                                account,
                                                "staff.authenticator-removed",
                                                "by its owner")
                                        : Mono.empty());
    }

    private Mono<Void> forget(SubjectId subject, UUID account) {
        return vault.remove(subject, place(account));
    }

    /** What a mailed link holds; empty for whom there is no way in. */
    @Transactional
    public Mono<SpareLetters.Mailed> link(UUID asked) {
        Secret token = Secret.random();
        return links.account(asked, clock.instant())
                .delayUntil(account -> links.set(asked, account, token))
                .map(account -> new SpareLetters.Mailed(account, token));
    }

    /** Whether a link leads to where a code is tried. */
    Mono<Boolean> isOpen(Secret token) {
        return Mono.defer(() -> links.isOpen(token, clock.instant()));
    }

    /**
     * Who holds both. What was tried is counted, right or wrong.
     *
     * @return empty where the link was used, is too old or nobody's, or the code is wrong or used
     */
    @Transactional
    public Mono<UUID> come(Secret token, String code) {
        return links.attempt(token, clock.instant())
                .filterWhen(
                        account ->
                                step(account, code)
                                        .flatMap(step -> keys.use(account, step))
                                        .defaultIfEmpty(false))
                .delayUntil(links::drop)
                .delayUntil(account -> note(account, "staff.spare-sign-in", "mail and code"));
    }
}
