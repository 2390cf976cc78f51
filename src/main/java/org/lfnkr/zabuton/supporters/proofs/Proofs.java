package org.lfnkr.zabuton.supporters.proofs;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.EmailIndex;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.HostCookie;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Proves by a mailed link or code that somebody reads the mails of an address. Whether the address
 * is known to us is not even asked before the mail is written, so no answer and no answer's time
 * can tell it.
 */
@Component
public class Proofs {

    public static final Duration VALID = Duration.ofMinutes(15);

    /** For how long a browser is believed afterwards. */
    static final Duration BELIEVED = Duration.ofDays(1);

    static final HostCookie BROWSER = new HostCookie("proof", BELIEVED);

    private static final int BATCH = 200;

    private final ProofStore store;
    private final ProofLimits limits;
    private final Vault vault;
    private final Mail mail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Proofs(
            ProofStore store,
            ProofLimits limits,
            Vault vault,
            Mail mail,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.limits = limits;
        this.vault = vault;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is asked for, by whom, and in which language the mail goes out. */
    public record Request(
            ProofPurpose purpose,
            EmailAddress email,
            Language language,
            WayBack wayBack,
            @Nullable SupporterId askedBy) {}

    /**
     * Mails a link and a code. Where too many mails went to the address, none goes, and nobody is
     * told: the earlier ones are good.
     *
     * @return false where too much was asked from the same network
     */
    public Mono<Boolean> begin(ServerWebExchange exchange, Request request) {
        Secret browser = browser(exchange);
        return limits.allowSender(exchange.getRequest())
                .flatMap(allowed -> allowed ? mailed(browser, request) : Mono.just(false));
    }

    private Mono<Boolean> mailed(Secret browser, Request request) {
        EmailIndex index = EmailIndex.of(request.email(), vault);
        return limits.allowAddress(index.newest())
                .filter(allowed -> allowed)
                .flatMap(allowed -> write(browser, request, index).as(transaction::transactional))
                .thenReturn(true);
    }

    private Mono<Void> write(Secret browser, Request request, EmailIndex index) {
        Mailed mailed = Mailed.to(request.email());
        Instant now = clock.instant();
        return vault.openForDay(now.plus(VALID))
                .map(day -> proof(request, index, day, now))
                .delayUntil(proof -> vault.seal(proof.subject(), proof.place(), mailed.text()))
                .delayUntil(
                        proof ->
                                store.add(
                                        proof,
                                        browser,
                                        mailed.token(),
                                        codeHash(proof.id(), mailed.code())))
                .flatMap(proof -> mail.queue(letter(proof, request.language())));
    }

    private static Proof proof(Request request, EmailIndex index, SubjectId day, Instant now) {
        return new Proof(
                UUID.randomUUID(),
                request.purpose(),
                day,
                index.newest(),
                request.wayBack(),
                request.askedBy(),
                now,
                now.plus(VALID));
    }

    private static MailRequest letter(Proof proof, Language language) {
        return new MailRequest(proof.purpose().letter(), proof.id().toString(), language);
    }

    /**
     * A million codes are soon tried, so their hashes are keyed, and differ from proof to proof.
     */
    private byte[] codeHash(UUID proof, String code) {
        return vault.blindIndex("supporters.code", proof + " " + code);
    }

    /** The proof that a link gives, once. */
    public Mono<Proven> takeByLink(Set<ProofPurpose> purposes, Secret token) {
        return store.takeByLink(purposes, token, clock.instant())
                .flatMap(this::close)
                .as(transaction::transactional);
    }

    /**
     * The proof that a code gives, at the browser that asked for it; empty where the code is wrong,
     * too late, or tried too often.
     */
    public Mono<Proven> takeByCode(
            ServerWebExchange exchange, Set<ProofPurpose> purposes, String code) {
        return limits.allowCode(exchange.getRequest())
                .filter(allowed -> allowed)
                .flatMap(allowed -> take(browser(exchange), purposes, code));
    }

    private Mono<Proven> take(Secret browser, Set<ProofPurpose> purposes, String code) {
        return store.countTry(browser, purposes, clock.instant())
                .flatMap(id -> store.takeByCode(id, codeHash(id, code), clock.instant()))
                .flatMap(this::close)
                .as(transaction::transactional);
    }

    private Mono<Proven> close(Proof proof) {
        return vault.reveal(proof.subject(), proof.place())
                .map(text -> new Proven(proof, Mailed.parse(text).email()))
                .delayUntil(proven -> vault.remove(proof.subject(), proof.place()));
    }

    /** Whether this browser proved the address not long ago. */
    Mono<Boolean> isProved(ServerWebExchange exchange, EmailAddress email) {
        return Mono.justOrEmpty(BROWSER.read(exchange.getRequest()).flatMap(Secret::parse))
                .flatMap(
                        browser ->
                                store.isProved(
                                        browser,
                                        EmailIndex.of(email, vault),
                                        clock.instant().minus(BELIEVED)))
                .defaultIfEmpty(false);
    }

    /** What the mail says; empty when it is too late for it. */
    Mono<Mailed> mailed(Proof proof) {
        return proof.isOver(clock.instant())
                ? Mono.empty()
                : vault.reveal(proof.subject(), proof.place()).map(Mailed::parse);
    }

    Mono<Proof> find(UUID id) {
        return store.find(id);
    }

    private static Secret browser(ServerWebExchange exchange) {
        Secret browser =
                BROWSER.read(exchange.getRequest())
                        .flatMap(Secret::parse)
                        .orElseGet(Secret::random);
        BROWSER.write(exchange.getResponse(), browser.text());
        return browser;
    }

    /** Forgets that somebody proved or wanted to prove an address; in the caller's transaction. */
    public Mono<Void> forget(EmailAddress email) {
        EmailIndex index = EmailIndex.of(email, vault);
        return drop(store.of(index)).then(limits.forget(index));
    }

    /** Forgets what is over, with the addresses in it. */
    public Mono<Long> sweep() {
        return Mono.defer(() -> over(clock.instant())).as(transaction::transactional);
    }

    private Mono<Long> over(Instant now) {
        return drop(store.over(now, now.minus(BELIEVED), BATCH));
    }

    private Mono<Long> drop(Flux<Proof> proofs) {
        return proofs.concatMap(
                        proof ->
                                vault.remove(proof.subject(), proof.place())
                                        .then(store.delete(proof.id()))
                                        .thenReturn(proof))
                .count();
    }
}
