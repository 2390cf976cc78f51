package org.lfnkr.zabuton.catalog.photographs;

import static org.lfnkr.zabuton.catalog.photographs.Addition.Refusal.ALREADY_THERE;
import static org.lfnkr.zabuton.catalog.photographs.Addition.Refusal.NO_SUCH_PRODUCT;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.catalog.Photograph;
import org.lfnkr.zabuton.catalog.photographs.Addition.Added;
import org.lfnkr.zabuton.catalog.photographs.Addition.Refusal;
import org.lfnkr.zabuton.catalog.photographs.Addition.Refused;
import org.lfnkr.zabuton.pictures.Development;
import org.lfnkr.zabuton.pictures.Print;
import org.lfnkr.zabuton.pictures.Redrawing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** The photographs of products, which pages show in the place of drawings. */
@Service
public class Photographs {

    /** Of the longer side: twice what a page shows. */
    private static final int SIDE = 1280;

    private final PhotographStore store;
    private final AuditTrail audit;
    private final Redrawing darkroom;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Photographs(
            PhotographStore store,
            AuditTrail audit,
            Redrawing darkroom,
            TransactionalOperator transactions,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.darkroom = darkroom;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Puts a photograph behind the product's others, where nobody sees it until somebody else has
     * looked at it. It is decoded and drawn anew, one at a time and in no transaction.
     *
     * @param actor the account of the member of staff who brings it
     */
    public Mono<Addition> add(NewPhotograph brought, String actor) {
        return store.product(brought.slug())
                .flatMap(product -> develop(product, brought, actor))
                .defaultIfEmpty(new Refused(NO_SUCH_PRODUCT));
    }

    /** In their order, shown or not; none for an unknown product. */
    Flux<Kept> of(String slug) {
        return store.of(slug);
    }

    /** For staff, shown or not; empty where the product has no such picture. */
    Mono<byte[]> jpeg(String slug, String hash) {
        return store.jpegOf(slug, hash);
    }

    /**
     * Lets a picture pass where all is ticked, and nobody ever see it otherwise.
     *
     * @param actor the account of the member of staff who looked
     */
    @Transactional
    public Mono<Look> look(String slug, String hash, Ticks ticks, String actor) {
        return store.of(slug)
                .filter(it -> it.photograph().hash().equals(hash) && it.waits())
                .next()
                .flatMap(
                        it ->
                                it.broughtBy().equals(actor)
                                        ? Mono.just(Look.OWN)
                                        : decide(slug, hash, ticks, actor))
                .defaultIfEmpty(Look.BEFORE);
    }

    private Mono<Look> decide(String slug, String hash, Ticks ticks, String actor) {
        Look look = ticks.all() ? Look.SHOWN : Look.REFUSED;
        String action = ticks.all() ? "catalog.photograph-passed" : "catalog.photograph-refused";
        return store.look(slug, hash, ticks, actor, clock.instant())
                .filter(done -> done)
                .flatMap(
                        done ->
                                audit.record(actor, action, slug + "/" + hash, "desk")
                                        .thenReturn(look));
    }

    /**
     * At once, whatever was decided before, and for good.
     *
     * @param actor the account of the member of staff
     * @return false where it was taken down before, or isn't there
     */
    @Transactional
    Mono<Boolean> takeDown(String slug, String hash, String actor) {
        return store.takeDown(slug, hash, actor, clock.instant())
                .delayUntil(
                        done ->
                                done
                                        ? audit.record(
                                                actor,
                                                "catalog.photograph-taken-down",
                                                slug + "/" + hash,
                                                "desk")
                                        : Mono.empty());
    }

    private Mono<Addition> develop(UUID product, NewPhotograph brought, String actor) {
        return darkroom.draw(brought.file(), SIDE)
                .flatMap(
                        development ->
                                switch (development) {
                                    case Development.Done done ->
                                            keep(product, brought, done.print(), actor);
                                    case Development.Spoilt spoilt ->
                                            refused(Refusal.of(spoilt.why()));
                                });
    }

    private Mono<Addition> keep(UUID product, NewPhotograph brought, Print print, String actor) {
        return store.add(product, brought, print, actor, clock.instant())
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
