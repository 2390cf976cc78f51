package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.HostedPage;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.Patience;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.hosted.SealedParameters;
import org.lfnkr.zabuton.payments.plans.OverduePlan;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.lfnkr.zabuton.payments.plans.PlanRequest;
import org.lfnkr.zabuton.payments.plans.PlanStarted;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.PlanView;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Payments that repeat: Stripe's subscriptions. Each charge that is paid makes a settled payment,
 * so that {@link PaymentSettled} and what may follow it are told on the stream of the purpose of
 * its terms, and {@link Payments} refunds it. What becomes of the plan itself is told by {@link
 * PlanStarted} and its likes on the stream of the plan's purpose.
 */
@Service
public class Plans {

    private final PlanStore plans;
    private final PlanViews views;
    private final SealedParameters parameters;
    private final PlanProvider provider;
    private final PlanCheckout checkout;
    private final PlanInquiry inquiry;
    private final Wishes wishes;
    private final CardPage cards;
    private final WorkQueue queue;
    private final AddressStore addresses;
    private final Clock clock;

    Plans(
            PlanStore plans,
            PlanViews views,
            SealedParameters parameters,
            PlanProvider provider,
            PlanCheckout checkout,
            PlanInquiry inquiry,
            Wishes wishes,
            CardPage cards,
            WorkQueue queue,
            AddressStore addresses,
            Clock clock) {
        this.plans = plans;
        this.views = views;
        this.parameters = parameters;
        this.provider = provider;
        this.checkout = checkout;
        this.inquiry = inquiry;
        this.wishes = wishes;
        this.cards = cards;
        this.queue = queue;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * Stores a plan and the exact parameters that Stripe will get, in the caller's transaction;
     * Stripe hears of it by {@link #open}. It can be opened for an hour, and ends as expired by
     * itself.
     */
    @Transactional
    public Mono<PlanId> request(PlanRequest request) {
        PlanId id = PlanId.random();
        UUID terms = UUID.randomUUID();
        Instant expiresAt = clock.instant().plus(HostedPage.LIFE);
        return plans.add(id, request, terms, expiresAt)
                .then(
                        parameters.seal(
                                request.payer(),
                                id,
                                provider.parameters(id, request, terms, expiresAt)))
                .thenReturn(id);
    }

    /**
     * The page where the payer begins the plan: opened now, or found again. Call it after the
     * commit, as often as wanted; it never opens two. Empty for an unknown plan.
     */
    public Mono<Opening> open(PlanId id) {
        return Patience.of(Patience.TO_PAY, checkout.open(id));
    }

    /** As last recorded, without asking Stripe. Empty for an unknown plan. */
    public Mono<PlanView> view(PlanId id) {
        return views.view(id);
    }

    /** The charges of a plan that are overdue. */
    public Flux<OverduePlan> overdue(PlanId id) {
        return views.overdue(id);
    }

    /** The plan as Stripe sees it now, as far as Stripe answers. Empty for an unknown plan. */
    public Mono<PlanView> refresh(PlanId id) {
        return plans.find(id)
                .filter(plan -> !plan.status().isOver())
                .flatMap(plan -> inquiry.ask(id))
                .then(view(id));
    }

    /**
     * Gives up a page that is not finished. One that has been finished meanwhile stays, as the
     * answer shows. Not to be called in a transaction.
     */
    public Mono<PlanView> abandon(PlanId id) {
        return plans.askCancel(id).flatMap(plan -> inquiry.ask(id)).then(view(id));
    }

    /**
     * Charges other terms from the next charge on. Another rhythm begins when the period that is
     * paid ends; nothing is charged at once, and nothing in proportion. What is overdue stays as it
     * was. Like all wishes: stored in the caller's transaction, sent to Stripe after the commit,
     * and wishing the same again while it waits changes nothing. Empty for an unknown plan.
     */
    @Transactional
    public Mono<WishResult> changeTerms(PlanId id, PlanTerms terms) {
        return wishes.changeTerms(id, terms);
    }

    /**
     * The terms that were asked for last, done or not. Nobody else asks for others before the
     * caller's transaction ends. Empty for an unknown plan.
     */
    @Transactional
    public Mono<PlanTerms> latestTerms(PlanId id) {
        return wishes.latestTerms(id);
    }

    /**
     * Makes the next charge on this day in Japan, and the following ones on the same day of the
     * month; from a 31st on, that is the last day of each month. It may be a whole period later
     * than the next charge, and a 31st as late as the end of that month.
     */
    @Transactional
    public Mono<WishResult> moveDay(PlanId id, LocalDate nextCharge) {
        return wishes.moveDay(id, nextCharge);
    }

    /**
     * Leaves out the next charges, and goes on by itself after them. A charge that is overdue is
     * dropped as well: who pauses is charged nothing. Pausing again counts anew from now.
     *
     * @param charges at least 1, which skips one
     */
    @Transactional
    public Mono<WishResult> pause(PlanId id, int charges) {
        return wishes.pause(id, charges);
    }

    /** Ends a pause: the next charge of the calendar is made. */
    @Transactional
    public Mono<WishResult> resume(PlanId id) {
        return wishes.resume(id);
    }

    /** Ends the plan with the period that is paid. A charge that is overdue is dropped. */
    @Transactional
    public Mono<WishResult> stop(PlanId id) {
        return wishes.stop(id);
    }

    /** Takes {@link #stop} back, until the plan has ended. */
    @Transactional
    public Mono<WishResult> undoStop(PlanId id) {
        return wishes.undoStop(id);
    }

    /**
     * Ends the plan at once, or gives up its page if it has not started. A charge that is overdue
     * is dropped.
     */
    @Transactional
    public Mono<WishResult> stopNow(PlanId id) {
        return wishes.stopNow(id);
    }

    /**
     * Ends the plan as {@link #stopNow} does, and then has Stripe delete the customer that it made
     * of the payer, with name, address and card. What Stripe keeps of charges that were made is its
     * own affair.
     */
    @Transactional
    public Mono<Void> forget(PlanId id) {
        return wishes.stopNow(id)
                .then(plans.forget(id))
                .flatMap(forgotten -> queue.add(RemovalSender.KIND, forgotten));
    }

    /**
     * Has Stripe reach the payer by another mail address, also where it makes a customer of them
     * only later. Stored in the caller's transaction, told to Stripe after the commit. Nothing
     * happens for a payer who was erased, or an unknown plan.
     */
    @Transactional
    public Mono<Void> reach(PlanId id, EmailAddress email) {
        return plans.find(id)
                .filterWhen(plan -> parameters.reveal(plan).hasElement())
                .flatMap(plan -> addresses.request(plan, email));
    }

    /**
     * Stripe's page on which the payer leaves another card, made anew for each click because
     * whoever has its address may use it. Not to be called in a transaction. Empty for an unknown
     * plan.
     */
    public Mono<Opening> cardPage(PlanId id, URI returnUrl) {
        return cards.open(id, returnUrl);
    }
}
