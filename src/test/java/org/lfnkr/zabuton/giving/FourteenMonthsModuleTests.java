package org.lfnkr.zabuton.giving;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.GiftPlanView.State;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.plans.PlanNotices;
import org.lfnkr.zabuton.giving.pledges.GiftEstimates;
import org.lfnkr.zabuton.giving.pledges.GiveResult;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.SimulatedTimeTest;
import org.lfnkr.zabuton.web.Formats;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One plan through fourteen months that begin on the 31st of a January and have a 29 February in
 * them: charges, lots, mails and the giver's page at every turn. Events come twice and out of
 * order, or as {@code -Dmonths.post} says.
 */
@SimulatedTimeTest
class FourteenMonthsModuleTests {

    private static final String CARD = "4242424242424242";
    private static final String FAILS_LATER = "4000000000000341";
    private static final String THREE_D_SECURE = "4000002760003184";
    private static final YearMonth FAR = YearMonth.of(2060, 12);

    /** What becomes of Stripe's events on their way. */
    enum Post {
        ORDERLY,
        TWICE_AND_OUT_OF_ORDER,
        LOST
    }

    @Autowired Giving giving;
    @Autowired GiftPlans plans;
    @Autowired GiftEstimates estimates;
    @Autowired PlanNotices notices;
    @Autowired WorkQueue queue;
    @Autowired Impact impact;
    @Autowired Bookkeeping books;
    @Autowired Integrity integrity;
    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @Autowired StripeSimulator stripe;
    @Autowired StripeClient client;
    @Autowired ApplicationContext application;
    @Autowired Formats formats;
    @LocalServerPort int port;

    private final EmailAddress giver =
            new EmailAddress("months-" + UUID.randomUUID() + "@example.org");

    private Post post = Post.ORDERLY;
    private @Nullable Pledge pledge;
    private int charges;

    @AfterEach
    void endPlans() throws StripeException {
        stripe.faults().clear();
        for (Subscription each : client.v1().subscriptions().list().getData()) {
            if (!each.getStatus().equals("incomplete_expired")) {
                client.v1().subscriptions().cancel(each.getId());
            }
        }
        StripeNews.hear(application);
        stripe.assertNoViolations();
    }

    static Stream<Post> posts() {
        return Stream.of(System.getProperty("months.post", "TWICE_AND_OUT_OF_ORDER").split(","))
                .map(Post::valueOf);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void everyMonthIsAsItShouldBe(Post how) throws StripeException {
        post = how;
        int leap = leapYear();
        goTo(Instant.parse((leap - 1) + "-01-31T13:45:00Z"));
        switch (how) {
            case ORDERLY -> {}
            case TWICE_AND_OUT_OF_ORDER -> stripe.faults().duplicateEvents().reorderEvents();
            case LOST -> stripe.faults().loseEvents(1_000_000);
        }

        start();
        charged(LocalDate.of(leap - 1, 1, 31), 3000, 149);
        mailed("it has begun", 1);
        next(LocalDate.of(leap - 1, 2, 28));

        pass(LocalDate.of(leap - 1, 2, 28));
        charged(LocalDate.of(leap - 1, 2, 28), 3000, 149);
        next(LocalDate.of(leap - 1, 3, 31));

        leaveCard(FAILS_LATER, FAR);
        pass(LocalDate.of(leap - 1, 3, 31));
        notCharged(State.PAST_DUE);
        mailed("a charge did not go through", 1);
        leaveCard(CARD, FAR);
        passDays(8);
        charged(null, 3000, 149);
        mailed("all is well again", 1);
        next(LocalDate.of(leap - 1, 4, 30));

        wish(
                plans.change(
                        view(),
                        Frequency.MONTHLY,
                        Money.yen(5000),
                        view().pledge().parts().isCovered()));
        notCharged(State.ACTIVE);
        pass(LocalDate.of(leap - 1, 4, 30));
        charged(LocalDate.of(leap - 1, 4, 30), 5000, 249);

        wish(
                plans.change(
                        view(),
                        Frequency.MONTHLY,
                        Money.yen(1000),
                        view().pledge().parts().isCovered()));
        pass(LocalDate.of(leap - 1, 5, 31));
        charged(LocalDate.of(leap - 1, 5, 31), 1000, 50);

        wish(plans.pause(view(), 1));
        next(LocalDate.of(leap - 1, 7, 31));
        passIdly(LocalDate.of(leap - 1, 6, 30));
        notCharged(State.PAUSED);
        pass(LocalDate.of(leap - 1, 7, 31));
        charged(LocalDate.of(leap - 1, 7, 31), 1000, 50);

        wish(plans.pause(view(), 3));
        next(LocalDate.of(leap - 1, 11, 30));
        passIdly(LocalDate.of(leap - 1, 10, 31));
        notCharged(State.PAUSED);
        pass(LocalDate.of(leap - 1, 11, 28));
        mailed("the pause ends soon", 2);
        leaveCard(THREE_D_SECURE, FAR);
        pass(LocalDate.of(leap - 1, 11, 30));
        notCharged(State.PAST_DUE);
        mailed("your bank asks for you", 1);
        stripe.payInvoice(subscription().getLatestInvoice(), THREE_D_SECURE);
        hear();
        passDays(1);
        charged(null, 1000, 50);

        leaveCard(CARD, YearMonth.of(leap, 1));
        pass(LocalDate.of(leap - 1, 12, 31));
        charged(LocalDate.of(leap - 1, 12, 31), 1000, 50);
        passDays(5);
        mailed("your card ends soon", 1);
        leaveCard(CARD, FAR);

        wish(plans.stop(view(), ""));
        assertThat(view().state()).isEqualTo(State.STOPPING);
        wish(plans.undoStop(view()));
        pass(LocalDate.of(leap, 1, 31));
        charged(LocalDate.of(leap, 1, 31), 1000, 50);

        wish(
                plans.change(
                        view(),
                        Frequency.YEARLY,
                        Money.yen(10_000),
                        view().pledge().parts().isCovered()));
        notCharged(State.ACTIVE);
        next(LocalDate.of(leap, 2, 29));
        pass(LocalDate.of(leap, 2, 29));
        charged(LocalDate.of(leap, 2, 29), 10_000, 497);
        assertThat(view().pledge().frequency()).isEqualTo(Frequency.YEARLY);

        wish(plans.stop(view(), "once"));
        mailed("it will end", 2);
        pass(LocalDate.of(leap, 4, 2));
        notCharged(State.STOPPING);
    }

    /** The next leap year in whose year before it a plan can still begin. */
    private int leapYear() {
        int year = today().getYear() + 1;
        while (!Year.isLeap(year) || !today().isBefore(LocalDate.of(year - 1, 1, 30))) {
            year++;
        }
        return year;
    }

    private void start() {
        Money gift = Money.yen(3000);
        GiveWish wish =
                new GiveWish(
                        UUID.randomUUID(),
                        Frequency.MONTHLY,
                        Cause.FOSTER_CHILDREN,
                        gift,
                        true,
                        "Name",
                        giver,
                        Dedication.NONE,
                        Language.EN,
                        estimates.parts(gift, true, Frequency.MONTHLY).total(),
                        true);
        pledge = ((GiveResult.Pledged) Await.value(giving.give(wish))).pledge();
        Opening opening = Await.value(giving.pay(pledge()));
        stripe.shopper(((Opening.Open) opening).url().toString()).payByCard(CARD);
        Await.value(giving.refresh(pledge()));
        hear();
    }

    /**
     * One more charge than at the turn before, in the books and on the page.
     *
     * @param on the day in Tokyo; null where it was put right some day later
     */
    private void charged(@Nullable LocalDate on, long gift, long cover) {
        charges++;
        List<Charge> all = Await.value(giving.charges(pledge()).collectList());
        assertThat(all).as("charges on " + today()).hasSize(charges);
        Charge last = all.getFirst();
        assertThat(last.parts()).isEqualTo(new GiftParts(Money.yen(gift), Money.yen(cover)));
        if (on != null) {
            assertThat(BusinessDate.of(last.chargedAt())).isEqualTo(on);
        }
        assertThat(Await.value(books.lots(last.payment())).stream().mapToLong(Lot::yen).sum())
                .isEqualTo(gift + cover);
        assertThat(Await.value(books.lots(last.payment())))
                .anyMatch(lot -> Fund.FOSTER_CHILDREN.equals(lot.fund()) && lot.yen() >= gift);
        assertThat(Await.value(impact.story(last.payment().value())).state())
                .isEqualTo(ImpactState.FUNDS);
        assertThat(Await.value(integrity.violations())).isEmpty();
        assertThat(view().state()).isEqualTo(State.ACTIVE);
        assertThat(page()).contains(formats.yen(Money.yen(gift)));
    }

    private void notCharged(State state) {
        assertThat(Await.value(giving.charges(pledge()).collectList())).hasSize(charges);
        assertThat(view().state()).as("on " + today()).isEqualTo(state);
    }

    private void next(LocalDate day) {
        assertThat(view().nextCharge()).isEqualTo(day);
        assertThat(page()).contains(formats.date(day, Language.EN));
    }

    private void mailed(String words, int times) {
        assertThat(mailbox.to(giver.value()))
                .filteredOn(it -> it.subject().endsWith(words))
                .as(words)
                .hasSize(times);
    }

    private String page() {
        return Objects.requireNonNull(
                WebTestClient.bindToServer()
                        .baseUrl("http://localhost:" + port)
                        .responseTimeout(Duration.ofSeconds(20))
                        .build()
                        .get()
                        .uri("/en" + giving.link(pledge()).path())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private void leaveCard(String number, YearMonth until) throws StripeException {
        stripe.replaceCard(subscription().getCustomer(), number, until);
        hear();
    }

    private Subscription subscription() throws StripeException {
        return client.v1().subscriptions().list().getData().getFirst();
    }

    private void wish(Mono<WishResult> wish) {
        assertThat(Await.value(wish)).isEqualTo(new WishResult.Noted());
        StripeNews.sendWishes(application);
        hear();
    }

    /** To a day after, when a charge of the day has been tried, and heard of or found by itself. */
    private void pass(LocalDate day) {
        int days = post == Post.LOST ? 2 : 1;
        goTo(day.plusDays(days).atTime(12, 0).atZone(BusinessDate.TOKYO).toInstant());
    }

    /** To the day after one on which nothing is charged. */
    private void passIdly(LocalDate day) {
        goTo(day.plusDays(1).atTime(12, 0).atZone(BusinessDate.TOKYO).toInstant());
    }

    private void passDays(int days) {
        goTo(stripe.clock().instant().plus(Duration.ofDays(days)));
    }

    private void goTo(Instant moment) {
        Duration step = Duration.ofDays(2);
        while (stripe.clock().instant().isBefore(moment)) {
            Duration left = Duration.between(stripe.clock().instant(), moment);
            stripe.clock().advance(left.compareTo(step) < 0 ? left : step);
            if (pledge != null) {
                hear();
            }
        }
    }

    private void hear() {
        StripeNews.hear(application);
        StripeNews.sweepPlans(application);
        Await.done(queue.drain(notices));
        Await.done(mail.sendDue());
    }

    private Pledge pledge() {
        return Objects.requireNonNull(pledge);
    }

    private LocalDate today() {
        return BusinessDate.of(stripe.clock().instant());
    }

    private GiftPlanView view() {
        return Await.value(plans.of(pledge()));
    }
}
