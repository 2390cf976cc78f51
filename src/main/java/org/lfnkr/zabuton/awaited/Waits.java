package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.stock.Waiters;
import org.lfnkr.zabuton.supporters.EmailIndex;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Tells people once, when a piece is there again, and forgets them. */
@Service
class Waits implements Waiters {

    /** Of one piece so many are told: not all of them will want it. */
    static final int EACH = 3;

    /** Nobody waits for longer; half a year is what the page says. */
    private static final Duration LONGEST = Duration.ofDays(183);

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int MOST = 20;
    private static final int BATCH = 200;

    private final WaitStore store;
    private final Vault vault;
    private final Mail mail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Waits(WaitStore store, Vault vault, Mail mail, TransactionalOperator transaction, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Mono<Integer> people(VariantId variant) {
        return store.people(variant);
    }

    /** Whether the address waits for that piece. */
    Mono<Boolean> isWaiting(VariantId variant, EmailAddress email) {
        return of(email).any(wait -> wait.variant().equals(variant));
    }

    Flux<Wait> of(EmailAddress email) {
        return store.of(EmailIndex.of(email, vault));
    }

    /** Lets a proved address wait, once for each piece; false where it waits for too many. */
    @Transactional
    Mono<Boolean> add(VariantId variant, EmailAddress email, Language language) {
        return of(email)
                .collectList()
                .flatMap(
                        all ->
                                all.size() < MOST
                                        ? write(variant, email, language).thenReturn(true)
                                        : Mono.just(false));
    }

    private Mono<Void> write(VariantId variant, EmailAddress email, Language language) {
        return vault.open()
                .map(
                        subject ->
                                new Wait(
                                        UUID.randomUUID(),
                                        variant,
                                        subject,
                                        language,
                                        clock.instant()))
                .flatMap(
                        wait ->
                                store.add(wait, EmailIndex.of(email, vault).newest())
                                        .flatMap(
                                                isNew ->
                                                        isNew
                                                                ? vault.seal(
                                                                        wait.subject(),
                                                                        Wait.PLACE,
                                                                        email.value())
                                                                : vault.erase(wait.subject())));
    }

    /** Ends the waiting of an address for a piece, or for all where none is named. */
    @Transactional
    Mono<Void> end(EmailAddress email, Predicate<Wait> which) {
        return of(email).filter(which).concatMap(this::drop).then();
    }

    private Mono<Void> drop(Wait wait) {
        return vault.erase(wait.subject()).then(store.delete(wait.id()));
    }

    /** Writes to those whose turn it is, a few for each piece that is there, once. */
    Mono<Long> tell() {
        Instant now = clock.instant();
        return Flux.defer(() -> store.tell(EACH, now.minus(A_DAY), now))
                .concatMap(wait -> mail.queue(ThereLetter.about(wait)).thenReturn(wait))
                .count()
                .as(transaction::transactional);
    }

    /** Forgets those whose mail has gone, or who have waited in vain. */
    Mono<Void> sweep() {
        Instant now = clock.instant();
        return store.told(BATCH)
                .filterWhen(this::isWritten)
                .concatMap(wait -> vault.erase(wait.subject()).then(store.forget(wait.id())))
                .thenMany(store.old(now.minus(LONGEST), BATCH))
                .concatMap(this::drop)
                .then(store.deleteTold(now.minus(A_DAY)))
                .as(transaction::transactional);
    }

    private Mono<Boolean> isWritten(Wait wait) {
        return mail.about(List.of(wait.id())).any(letter -> !letter.state().equals("waiting"));
    }
}
