package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.plans.processing.AddressSender;
import org.lfnkr.zabuton.payments.plans.processing.PlanSweep;
import org.lfnkr.zabuton.payments.plans.processing.RemovalSender;
import org.lfnkr.zabuton.payments.plans.processing.WishSender;
import org.lfnkr.zabuton.payments.processing.RefundSender;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.springframework.context.ApplicationContext;

import java.util.List;

/** Lets tests of other modules wait until the shop has acted on all that Stripe has told. */
public final class StripeNews {

    private StripeNews() {}

    /** The types of events that an endpoint of the shop should get. */
    public static List<String> types() {
        return List.copyOf(Notice.TYPES);
    }

    private static void work(ApplicationContext application, Class<? extends Job> job) {
        Await.done(application.getBean(WorkQueue.class).drain(application.getBean(job)));
    }

    /** Every webhook has arrived and was worked off; what follows from it waits in the outbox. */
    public static void listen(ApplicationContext application) {
        application.getBean(StripeSimulator.class).settle();
        work(application, InboxRelay.class);
    }

    /** Every webhook has arrived, was worked off, and its events have reached their handlers. */
    public static void hear(ApplicationContext application) {
        listen(application);
        Await.done(application.getBean(Outbox.class).drain());
    }

    /** What was wished of plans has reached Stripe, and what it says about that was heard. */
    public static void sendWishes(ApplicationContext application) {
        work(application, WishSender.class);
        hear(application);
    }

    /** Customers of payers who were erased are deleted, as far as Stripe answers. */
    public static void sendRemovals(ApplicationContext application) {
        work(application, RemovalSender.class);
        hear(application);
    }

    /** Stripe knows by which addresses payers are reached now. */
    public static void sendAddresses(ApplicationContext application) {
        hear(application);
        work(application, AddressSender.class);
    }

    /**
     * Stripe's balance was read to its end, it was found out whose each line is, what follows has
     * reached its handlers, and every line was held against the journal.
     */
    public static void readBalance(ApplicationContext application) {
        readLines(application);
        Await.done(application.getBean(Outbox.class).drain());
        again(application, "bookkeeping.lines");
    }

    /**
     * Stripe's balance was read, it was found out whose each line is, and what became of payouts;
     * nothing is booked.
     */
    public static void readLines(ApplicationContext application) {
        again(application, "payments.balance");
        work(application, job(application, "payments.owner"));
        work(application, job(application, "payments.payout"));
    }

    /** Work that is done again and again, at once. */
    private static void again(ApplicationContext application, String kind) {
        Await.done(application.getBean(WorkQueue.class).add(kind, "stripe"));
        work(application, job(application, kind));
    }

    private static Job job(ApplicationContext application, String kind) {
        return application.getBeansOfType(Job.class).values().stream()
                .filter(job -> job.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void work(ApplicationContext application, Job job) {
        Await.done(application.getBean(WorkQueue.class).drain(job));
    }

    /** Refunds that were asked for have reached Stripe, and what it says about them was heard. */
    public static void sendRefunds(ApplicationContext application) {
        work(application, RefundSender.class);
        hear(application);
    }

    /** The sweeps have asked about every plan that is due, and told of cards that expire. */
    public static void sweepPlans(ApplicationContext application) {
        work(application, PlanSweep.class);
        Await.done(application.getBean(PlanSweep.class).tellExpiring());
        Await.done(application.getBean(Outbox.class).drain());
    }
}
