package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.springframework.context.ApplicationContext;

/** Lets tests of other modules wait until the shop has acted on all that Stripe has told. */
public final class StripeNews {

    private StripeNews() {}

    /** Every webhook has arrived, was worked off, and its events have reached their handlers. */
    public static void hear(ApplicationContext application) {
        application.getBean(StripeSimulator.class).settle();
        Await.done(application.getBean(InboxRelay.class).drain());
        Await.done(application.getBean(Outbox.class).drain());
    }
}
