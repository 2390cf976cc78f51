package org.lfnkr.zabuton.catalog.photographs;

import static org.lfnkr.zabuton.catalog.photographs.Addition.Refusal.ALREADY_THERE;
import static org.lfnkr.zabuton.catalog.photographs.Addition.Refusal.NO_SUCH_PRODUCT;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.catalog.Photograph;
import org.lfnkr.zabuton.catalog.photographs.Addition.Added;
import org.lfnkr.zabuton.catalog.photographs.Addition.Refusal;
import org.lfnkr.zabuton.catalog.photographs.Addition.Refused;
import org.lfnkr.zabuton.catalog.photographs.Darkroom.Development;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.time.Clock;
import java.util.UUID;

/** The photographs of products, which pages show in the place of drawings. */
@Service
public class Photographs {

    private final PhotographStore store;
    private final AuditTrail audit;
    private final Scheduler darkroomScheduler;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Photographs(
            PhotographStore store,
            AuditTrail audit,
            Scheduler darkroomScheduler,
            TransactionalOperator transactions,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.darkroomScheduler = darkroomScheduler;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Puts a photograph behind the product's others. It is decoded and drawn anew, one at a time
     * and in no transaction.
     *
     * @param actor the account of the member of staff who brings it
     */
    public Mono<Addition> add(NewPhotograph brought, String actor) {
        return store.product(brought.slug())
                .flatMap(product -> develop(product, brought, actor))
                .defaultIfEmpty(new Refused(NO_SUCH_PRODUCT));
    }

    private Mono<Addition> develop(UUID product, NewPhotograph brought, String actor) {
        return Mono.fromCallable(() -> Darkroom.develop(brought.file()))
                .subscribeOn(darkroomScheduler)
                .flatMap(
                        development ->
                                switch (development) {
                                    case Development.Done done ->
                                            keep(product, brought, done.print(), actor);
                                    case Development.Spoilt spoilt -> refused(spoilt.why());
                                });
    }

    private Mono<Addition> keep(UUID product, NewPhotograph brought, Print print, String actor) {
        return store.add(product, brought, print, clock.instant())
                .delayUntil(hash -> note(hash, brought, actor))
                .as(transactions::transactional)
                .<Addition>map(
                        hash ->
                                new Added(
                                        new Photograph(
                                                hash,
                                                brought.words(),
                                                print.width(),
                                                print.height())))
                .switchIfEmpty(refused(ALREADY_THERE));
    }

    private Mono<Void> note(String hash, NewPhotograph brought, String actor) {
        return audit.record(actor, "catalog.photograph-added", brought.slug() + "/" + hash, "desk");
    }

    private static Mono<Addition> refused(Refusal why) {
        return Mono.just(new Refused(why));
    }
}
