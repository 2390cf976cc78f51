package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.guard.Passage;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.supporters.Member;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Gifts, from the wish to what became of them. */
@Service
public class Giving {

    private static final UUID LATEST = new UUID(0, 0);

    private final Pledging pledging;
    private final PledgeLifecycle lifecycle;
    private final PledgeStore store;
    private final ChargeStore charges;
    private final HappeningStore happenings;
    private final Payments payments;
    private final PledgedPlans plans;
    private final PledgeLinks links;

    Giving(
            Pledging pledging,
            PledgeLifecycle lifecycle,
            PledgeStore store,
            ChargeStore charges,
            HappeningStore happenings,
            Payments payments,
            PledgedPlans plans,
            PledgeLinks links) {
        this.pledging = pledging;
        this.lifecycle = lifecycle;
        this.store = store;
        this.charges = charges;
        this.happenings = happenings;
        this.payments = payments;
        this.plans = plans;
        this.links = links;
    }

    /**
     * Makes a pledge. The same attempt with the same content is made once, however often this is
     * called. A pledge of the same attempt with other content that still waits for money is given
     * up first, its konbini code too, so that nobody pays for both. One that turns out to be paid
     * stays, and nothing is pledged beside it unseen.
     */
    public Mono<GiveResult> give(GiveWish wish) {
        String fingerprint = pledging.fingerprint(wish);
        return store.earlier(wish.attempt(), fingerprint)
                .filterWhen(this::isAwaited)
                .concatMap(this::supersede)
                .filterWhen(this::isPaid)
                .concatMap(paid -> lifecycle.keepPaid(paid.id()).thenReturn(paid))
                .<GiveResult>map(GiveResult.Done::new)
                .next()
                .switchIfEmpty(Mono.defer(() -> pledging.give(wish, fingerprint)));
    }

    /** A plan that has begun is no earlier choice: what is wished now is wanted beside it. */
    private Mono<Boolean> isAwaited(Pledge earlier) {
        return plan(earlier)
                .flatMap(plans::hasStarted)
                .map(started -> !started)
                .defaultIfEmpty(true);
    }

    private Mono<Boolean> isPaid(Pledge given) {
        return plan(given)
                .flatMap(plans::isRunning)
                .defaultIfEmpty(given.status() == PledgeStatus.GIVEN);
    }

    /** By what the guard knows this wish; the same for the same attempt with the same content. */
    public UUID passage(GiveWish wish) {
        return Passage.of(wish.attempt(), pledging.fingerprint(wish));
    }

    private Mono<Pledge> supersede(Pledge earlier) {
        return lifecycle.supersede(earlier.id()).then(cancel(earlier));
    }

    /**
     * Where to pay. Never within a transaction: Stripe is asked.
     *
     * @return {@link Opening.Pending} while Stripe's answer is unknown; asking again is safe
     */
    public Mono<Opening> pay(Pledge pledge) {
        return plan(pledge)
                .flatMap(plans::open)
                .switchIfEmpty(Mono.justOrEmpty(pledge.payment()).flatMap(payments::open));
    }

    /**
     * Gives an unpaid pledge up. One that turns out to be paid stays.
     *
     * @return the pledge as it stands now
     */
    public Mono<Pledge> cancel(Pledge pledge) {
        return plan(pledge)
                .flatMap(plans::abandon)
                .then(Mono.justOrEmpty(pledge.payment()))
                .flatMap(payments::cancel)
                .flatMap(payment -> lifecycle.follow(pledge.id(), payment))
                .defaultIfEmpty(pledge);
    }

    /** Asks Stripe how the payment stands and brings the pledge to it. */
    public Mono<Pledge> refresh(Pledge pledge) {
        return plan(pledge)
                .flatMap(plans::refresh)
                .then(Mono.justOrEmpty(pledge.payment()))
                .flatMap(payments::refresh)
                .flatMap(payment -> lifecycle.follow(pledge.id(), payment))
                .defaultIfEmpty(pledge);
    }

    private static Mono<GiftPlanId> plan(Pledge pledge) {
        return Mono.justOrEmpty(pledge.plan());
    }

    /** The giver has said whether it shall be every month; the page does not ask again. */
    public Mono<Void> answered(Pledge pledge) {
        return lifecycle.answered(pledge.id());
    }

    public Mono<PaymentView> payment(Pledge pledge) {
        return Mono.justOrEmpty(pledge.payment()).flatMap(payments::view);
    }

    /** The pledge that a link opens; empty for any other reference or key. */
    public Mono<Pledge> open(PledgeLink link) {
        return links.isGenuine(link) ? store.find(link.reference()) : Mono.empty();
    }

    public PledgeLink link(Pledge pledge) {
        return links.of(pledge.reference());
    }

    /** An attempt's latest pledge, whatever became of it; empty before the first. */
    public Mono<Pledge> latest(UUID attempt) {
        return store.latest(attempt);
    }

    public Mono<Pledge> find(PledgeId id) {
        return store.find(id);
    }

    /** A charge of the member's; empty for anybody else's. */
    public Mono<Charge> charge(Member member, PaymentId payment) {
        return charges.find(member, payment);
    }

    /** A charge of the plan; empty for any other. */
    public Mono<Charge> charge(GiftPlanId plan, PaymentId payment) {
        return charges.find(plan, payment);
    }

    /** What has arrived under a pledge, or under all of its plan, newest first. */
    public Flux<Charge> charges(Pledge pledge) {
        GiftPlanId plan = pledge.plan();
        return plan == null ? charges.of(pledge.id()) : charges.of(plan);
    }

    /**
     * The same of a plan, as many as a page shows.
     *
     * @param before the payment that stood last on the page before; any other id begins
     */
    public Mono<Slice<Charge>> charges(GiftPlanId plan, UUID before) {
        return charges.of(plan, before);
    }

    /**
     * The ids with which the references of letters about a pledge begin: its own, its payment's or
     * its plan's, and of a plan those of the payments that a page shows.
     */
    public Mono<List<UUID>> matters(Pledge pledge) {
        GiftPlanId plan = pledge.plan();
        Stream<UUID> own =
                Stream.concat(
                        Stream.of(pledge.id().value(), pledge.story()),
                        Stream.ofNullable(pledge.payment()).map(PaymentId::value));
        return plan == null
                ? Mono.just(own.distinct().toList())
                : charges.of(plan, LATEST)
                        .map(Slice::items)
                        .map(paid -> paid.stream().map(charge -> charge.payment().value()))
                        .map(paid -> Stream.concat(own, paid).distinct().toList());
    }

    /** The same of all of a member's. */
    public Mono<Slice<Charge>> charges(Member member, UUID before) {
        return charges.of(member, before);
    }

    /** Where a gift that is given once stands, as people are told. */
    public Mono<GiftStanding> standing(Pledge pledge) {
        return Mono.zip(charges(pledge).collectList(), refunds(pledge).collectList())
                .map(both -> GiftStanding.of(pledge, both.getT1(), both.getT2()));
    }

    /** What goes or has gone back of a gift that is given once, oldest first. */
    public Flux<RefundView> refunds(Pledge pledge) {
        return Mono.justOrEmpty(pledge.payment()).flatMapMany(payments::refunds);
    }

    /** By which people know what a member has pledged; each change of a plan has the plan's. */
    public Flux<String> references(Member member) {
        return store.of(member).map(Pledge::reference).distinct();
    }

    /** All that has arrived from a member, newest first. */
    public Flux<Charge> charges(Member member) {
        return charges.of(member);
    }

    /** All that happened to a pledge or its plan, oldest first. */
    public Flux<Happening> happenings(Pledge pledge) {
        return happenings.of(pledge.story());
    }
}
