package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.DisputeOpened;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Gifts of ¥3,000 for all foster children, for tests that need some. */
public record GiftSamples(ApplicationContext application) {

    private static final String GOOD_CARD = "4242424242424242";

    public static GiveWish wish(EmailAddress giver, Frequency frequency) {
        return wish(giver, "Name", frequency, Dedication.NONE, Language.EN);
    }

    public static GiveWish wish(
            EmailAddress giver,
            String name,
            Frequency frequency,
            Dedication words,
            Language language) {
        Money gift = Money.yen(3000);
        return new GiveWish(
                UUID.randomUUID(),
                frequency,
                Cause.FOSTER_CHILDREN,
                gift,
                false,
                name,
                giver,
                words,
                language,
                gift,
                true);
    }

    /** A gift that waits for its payment. */
    public Pledge pledged(GiveWish wish) {
        Giving giving = application.getBean(Giving.class);
        return ((GiveResult.Pledged) Await.value(giving.give(wish))).pledge();
    }

    /** A gift that was paid by card, and whatever followed from that. */
    public Pledge given(GiveWish wish) {
        Pledge pledge = pledged(wish);
        pay(pledge);
        return pledge;
    }

    /**
     * Pays by card what waits, and lets happen whatever follows from that; also that a plan which
     * begins near midnight in Tokyo is moved to noon.
     */
    public void pay(Pledge pledge) {
        Giving giving = application.getBean(Giving.class);
        Opening.Open page = (Opening.Open) Await.value(giving.pay(pledge));
        application
                .getBean(StripeSimulator.class)
                .shopper(page.url().toString())
                .payByCard(GOOD_CARD);
        Await.value(giving.refresh(pledge));
        StripeNews.hear(application);
        StripeNews.sendWishes(application);
    }

    /** A bank asks about a gift, and this module is the only one that has heard of it. */
    public void disputed(Pledge gift) {
        PaymentId payment = Objects.requireNonNull(gift.payment());
        String purpose = "gift:" + gift.id().value();
        long amount = gift.parts().total().yen();
        application
                .getBean(GiftReversals.class)
                .dispute(
                        gift.id(),
                        new DisputeOpened(payment, purpose, "dp_1", amount, Instant.now()))
                .as(application.getBean(TransactionalOperator.class)::transactional)
                .block();
    }
}
