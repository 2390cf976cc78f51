package org.lfnkr.zabuton.giving;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.giving.givers.GivingRecords;
import org.lfnkr.zabuton.giving.plans.ChargeDay;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.GiftPlanView.State;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.plans.PlanChange;
import org.lfnkr.zabuton.giving.plans.PlanLetters;
import org.lfnkr.zabuton.giving.plans.PlanNotices;
import org.lfnkr.zabuton.giving.plans.PlanOutlook;
import org.lfnkr.zabuton.giving.plans.PlanPreview;
import org.lfnkr.zabuton.giving.plans.PlanPurposes;
import org.lfnkr.zabuton.giving.pledges.GiftEstimates;
import org.lfnkr.zabuton.giving.pledges.GiveResult;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.Happening;
import org.lfnkr.zabuton.giving.pledges.PlanMark;
import org.lfnkr.zabuton.giving.pledges.PledgeLinks;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.outbox.SlowHandlers;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.RecordedRequest;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.SimulatedTimeTest;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A plan of gifts, in one time with Stripe's simulator. */
@SimulatedTimeTest
@Import(SignInSamples.class)
class GiftPlanModuleTests {

    private static final String ADDRESSES = "/en/me/data/addresses";
    private static final String CARD = "4242424242424242";
    private static final String OTHER_CARD = "5555555555554444";
    private static final String FAILS_LATER = "4000000000000341";

    @Autowired Giving giving;
    @Autowired GiftPlans plans;
    @Autowired PlanPurposes purposes;
    @Autowired Destinations destinations;
    @Autowired Bookkeeping books;
    @Autowired Messages messages;
    @Autowired GiftEstimates estimates;
    @Autowired PlanNotices notices;
    @Autowired WorkQueue queue;
    @Autowired GivingRecords records;
    @Autowired Impact impact;
    @Autowired Integrity integrity;
    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @Autowired StripeSimulator stripe;
    @Autowired StripeClient client;
    @Autowired PledgeLinks links;
    @Autowired DatabaseClient database;
    @Autowired SignInSamples people;
    @Autowired ApplicationContext application;

    private final EmailAddress giver =
            new EmailAddress("giver-" + UUID.randomUUID() + "@example.org");

    /** What stays would be charged in the next test's time. */
    @AfterEach
    void endPlans() throws StripeException {
        for (Subscription each : client.v1().subscriptions().list().getData()) {
            if (!each.getStatus().equals("incomplete_expired")) {
                client.v1().subscriptions().cancel(each.getId());
            }
        }
        hear();
    }

    @Test
    void isNoGiftBeforeItsFirstChargeAndWelcomedOnceAfterIt() {
        Pledge pledge = pledged(Frequency.MONTHLY, 3000);
        assertThat(view(pledge).state()).isEqualTo(State.WAITING);
        assertThat(giving.charges(pledge).hasElements().block()).isFalse();

        pay(pledge, CARD);

        assertThat(view(pledge).state()).isEqualTo(State.ACTIVE);
        assertThat(subjects()).singleElement().asString().endsWith("it has begun");
        Charge charge = charges(pledge).getFirst();
        assertThat(charge.parts()).isEqualTo(new GiftParts(Money.yen(3000), Money.yen(149)));
        assertThat(Await.value(impact.story(charge.payment().value())))
                .extracting(ImpactStory::state, ImpactStory::units)
                .containsExactly(ImpactState.FUNDS, 7L);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** The code of the gift in whose place it came could not be cancelled, and was paid before. */
    @Test
    void thatBeginsAfterTheGiftInItsPlaceWasPaidGoesBackAndEnds() {
        UUID attempt = UUID.randomUUID();
        Pledge once = pledged(attempt, Frequency.ONCE, 3000);
        String page = ((Opening.Open) Await.value(giving.pay(once))).url().toString();
        stripe.shopper(page).chooseKonbini();
        hear();
        stripe.faults().onlyOn("POST /v1/payment_intents").badGateway(50);
        Pledge monthly = pledged(attempt, Frequency.MONTHLY, 3000);
        stripe.faults().clear();
        stripe.payKonbiniAtCounter(page.substring(page.lastIndexOf('/') + 1));
        hear();
        int mails = subjects().size();

        pay(monthly, CARD);
        StripeNews.sendRefunds(application);
        StripeNews.sendWishes(application);
        hear();

        assertThat(view(monthly).state()).isEqualTo(State.ENDED);
        assertThat(charges(monthly))
                .singleElement()
                .matches(charge -> charge.kept().equals(GiftParts.NONE));
        assertThat(Await.value(giving.find(once.id())).status()).isEqualTo(PledgeStatus.GIVEN);
        assertThat(subjects().subList(mails, subjects().size()))
                .hasSize(2)
                .anyMatch(subject -> subject.endsWith("paid twice, this one goes back"))
                .anyMatch(subject -> subject.endsWith("refund"));
        assertThat(mailbox.to(giver.value()))
                .anyMatch(letter -> letter.text().contains("has ended as it began"));
        advance(Duration.ofDays(40));
        assertThat(charges(monthly)).hasSize(1);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** ¥3,000 are given, ¥149 are for the fee, and ¥3,149 are charged. */
    @Test
    void saysEverywhereOfWhatItsSumIsMade() {
        Pledge pledge = started(Frequency.YEARLY, 3000);
        JsonNode page =
                stripe.requests().stream()
                        .filter(it -> it.path().equals("/v1/checkout/sessions"))
                        .map(RecordedRequest::params)
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
        assertThat(page.at("/line_items/0/price_data/unit_amount").asString()).isEqualTo("3149");
        assertThat(page.at("/custom_text/submit/message").asString())
                .contains("¥3,149", "¥3,000", "¥149");
        assertThat(
                        Await.value(
                                database.sql("select label from payments.plan where id = :id")
                                        .bind("id", view(pledge).plan().payments().value())
                                        .mapValue(String.class)
                                        .one()))
                .doesNotContainIgnoringCase("gift");
        String sum = "gift of ¥3,000 (¥3,149 with the payment fee)";
        assertThat(mailbox.to(giver.value()).getLast().text()).contains("first " + sum);

        queue(
                PlanLetters.YEARLY,
                view(pledge).plan().id().value() + "/" + view(pledge).nextCharge());
        hear();
        assertThat(mailbox.to(giver.value()).getLast().text()).contains("yearly " + sum);
    }

    @Test
    void welcomesNobodyBeforeTheBooksHaveTheFirstGift() {
        Pledge pledge = pledged(Frequency.MONTHLY, 3000);
        Opening opening = Await.value(giving.pay(pledge));
        stripe.shopper(((Opening.Open) opening).url().toString()).payByCard(CARD);
        Await.value(giving.refresh(pledge));
        StripeNews.listen(application);
        SlowHandlers.drain(application, Set.of("giving"));
        Await.done(mail.sendDue());
        assertThat(subjects()).isEmpty();

        stripe.clock().advance(Duration.ofSeconds(2));
        hear();

        assertThat(mailbox.to(giver.value()))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("This funds 7 days"));
    }

    @Test
    void tellsNothingOfAPlanThatIsNoLongerSo() {
        Pledge pledge = started(Frequency.YEARLY, 3000);
        GiftPlanView view = view(pledge);
        String plan = view.plan().id().value().toString();
        String moved = "/" + Objects.requireNonNull(view.nextCharge()).plusDays(3);

        queue(PlanLetters.YEARLY, plan + moved);
        queue(PlanLetters.RESUMING, plan + moved);
        queue(PlanLetters.STOPPING, plan + "/1");
        queue(PlanLetters.FAILED, plan + "/in_1/first");
        hear();
        assertThat(subjects()).singleElement().asString().endsWith("it has begun");

        queue(PlanLetters.YEARLY, plan + "/" + view.nextCharge());
        hear();
        assertThat(subjects()).last().asString().contains("the yearly charge is coming up");
    }

    private void queue(String letter, String reference) {
        Await.done(mail.queue(new MailRequest(letter, reference, Language.EN)));
    }

    @Test
    void chargesAndThanksEachMonthAnew() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);

        advance(Duration.ofDays(32));

        assertThat(charges(pledge)).hasSize(2);
        assertThat(subjects()).hasSize(2).last().asString().endsWith("thank you");
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void givesAnotherAmountFromTheNextChargeOnAndGoesOnToCoverTheFee() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);

        wish(
                plans.change(
                        view(pledge),
                        Frequency.MONTHLY,
                        Money.yen(5000),
                        view(pledge).pledge().parts().isCovered()));

        assertThat(charges(pledge)).hasSize(1);
        assertThat(view(pledge).pledge().parts())
                .isEqualTo(new GiftParts(Money.yen(5000), Money.yen(249)));
        advance(Duration.ofDays(32));
        assertThat(charges(pledge).getFirst().parts().total()).isEqualTo(Money.yen(5249));
    }

    /** What was charged stays; a change of the sum meanwhile leaves the purpose alone. */
    @Test
    void isForSomethingElseFromTheNextChargeOn() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        Destination food = Await.value(destinations.of(Cause.FOOD));

        assertThat(Await.value(purposes.devote(view(pledge), food)))
                .isEqualTo(new WishResult.Noted());
        wish(plans.change(view(pledge), Frequency.MONTHLY, Money.yen(5000), false));

        assertThat(subjects()).last().asString().endsWith("it was changed");
        assertThat(mailbox.to(giver.value()).getLast().text() + changed())
                .contains("for: " + messages.text("giving.cause.food", Language.EN));
        advance(Duration.ofDays(32));
        assertThat(charges(pledge))
                .extracting(charge -> Await.value(books.lots(charge.payment())))
                .extracting(lots -> lots.stream().anyMatch(lot -> Fund.FOOD.equals(lot.fund())))
                .containsExactly(true, false);
        assertThat(charges(pledge).getFirst().parts().gift()).isEqualTo(Money.yen(5000));
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private String changed() {
        return mailbox.to(giver.value()).stream().map(ReceivedMail::text).toList().toString();
    }

    /** As when a form is sent by a finger that trembles. */
    @Test
    void theSameChangeManyTimesAtOnceIsOne() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        GiftPlanView seen = view(pledge);
        PlanChange change = new PlanChange.Terms(Frequency.MONTHLY, Money.yen(5000), false);

        List<WishResult> results =
                Await.value(
                        Flux.range(0, 8).flatMap(time -> plans.change(seen, change)).collectList());
        StripeNews.sendWishes(application);
        hear();
        wish(plans.change(seen, change));

        assertThat(results).hasSize(8).containsOnly(new WishResult.Noted());
        assertThat(subjects()).filteredOn(subject -> subject.endsWith("it was changed")).hasSize(1);
        assertThat(Await.value(giving.happenings(pledge).collectList()))
                .filteredOn(it -> it.kind() == Happening.Kind.TERMS_CHANGED)
                .hasSize(1);
    }

    /** Each change: shown as it is then made, mailed with the way back, and kept from and to. */
    @Test
    void isChangedAsItWasShownAndMailedAndKeptFromAndTo() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        List<PlanChange> changes =
                List.of(
                        new PlanChange.Terms(Frequency.MONTHLY, Money.yen(5000), false),
                        new PlanChange.Day(7),
                        new PlanChange.Pause(1),
                        new PlanChange.Pause(12),
                        new PlanChange.Resume(),
                        new PlanChange.Terms(Frequency.YEARLY, Money.yen(20_000), true));
        SoftAssertions all = new SoftAssertions();
        for (PlanChange change : changes) {
            PlanPreview preview = plans.preview(view(pledge), change);
            long mails = ofChanges();

            wish(plans.change(view(pledge), change));

            all.assertThat(
                            PlanPreview.of(view(pledge), change, preview.after().parts(), TODAY)
                                    .before())
                    .as(change.toString())
                    .isEqualTo(preview.after());
            all.assertThat(ofChanges()).as(change.toString()).isEqualTo(mails + 1);
            Happening last = Await.value(giving.happenings(pledge).last());
            all.assertThat(last.from()).as(change.toString()).isEqualTo(mark(preview.before()));
            all.assertThat(last.to()).as(change.toString()).isEqualTo(mark(preview.after()));
        }
        all.assertAll();
    }

    private static final LocalDate TODAY = LocalDate.EPOCH;

    private static PlanMark mark(PlanOutlook outlook) {
        return new PlanMark(
                outlook.frequency(),
                outlook.parts(),
                Cause.FOSTER_CHILDREN,
                outlook.charges().getFirst());
    }

    private long ofChanges() {
        return subjects().stream()
                .filter(subject -> !subject.endsWith("the yearly charge is coming up"))
                .count();
    }

    @Test
    void mailsAChangeOfTheCardAndTheEndThatWasTakenBack() throws StripeException {
        Pledge pledge = started(Frequency.MONTHLY, 3000);

        leaveCard(OTHER_CARD);
        assertThat(subjects()).last().asString().endsWith("another card");
        assertThat(mailbox.to(giver.value()).getLast().text()).contains("ending in 4444");
        wish(plans.stop(view(pledge), ""));
        PlanPreview preview = plans.preview(view(pledge), new PlanChange.UndoStop());
        assertThat(preview.before().charges()).isEmpty();
        wish(plans.change(view(pledge), new PlanChange.UndoStop()));

        assertThat(subjects()).last().asString().endsWith("it goes on after all");
        assertThat(view(pledge).nextCharge()).isEqualTo(preview.after().charges().getFirst());
    }

    @Test
    void tellsNobodyOfAPauseThatEndedByItself() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        wish(plans.pause(view(pledge), 1));

        advance(Duration.ofDays(50));

        assertThat(view(pledge).state()).isEqualTo(State.ACTIVE);
        assertThat(subjects()).noneMatch(subject -> subject.endsWith("it goes on"));
    }

    @Test
    void isCalledByOneReferenceWhateverIsChanged() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        wish(
                plans.change(
                        view(pledge),
                        new PlanChange.Terms(Frequency.MONTHLY, Money.yen(5000), false)));

        advance(Duration.ofDays(32));

        Pledge inForce = view(pledge).pledge();
        assertThat(inForce.id()).isNotEqualTo(pledge.id());
        assertThat(inForce.reference()).isEqualTo(pledge.reference());
        assertThat(Await.value(giving.open(links.of(inForce.reference()))).id())
                .isEqualTo(pledge.id());
        assertThat(mailbox.to(giver.value()))
                .hasSizeGreaterThan(1)
                .allSatisfy(it -> assertThat(it.text()).contains(pledge.reference()));
    }

    @Test
    void isFoundByAReferenceThatItsTermsOnceHad() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        String old = UUID.randomUUID().toString();
        Await.done(
                database.sql(
                                """
                                insert into giving.pledge (id, reference, attempt, fingerprint, language, supporter,
                                    subject, frequency, fund, gift, cover, terms, with_words, status, plan, made_at)
                                select gen_random_uuid(), :old, gen_random_uuid(), 'test', language, supporter,
                                    subject, frequency, fund, gift, cover, terms, false, status, plan, made_at
                                  from giving.pledge where id = :id
                                """)
                        .bind("old", old)
                        .bind("id", pledge.id().value())
                        .then());

        Pledge found = Await.value(giving.open(links.of(old)));

        assertThat(found.reference()).isEqualTo(pledge.reference());
        assertThat(view(found).plan()).isEqualTo(view(pledge).plan());
    }

    @Test
    void leavesOutWhatIsPausedAndTellsBeforeItGoesOn() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        LocalDate next = Objects.requireNonNull(view(pledge).nextCharge());

        wish(plans.pause(view(pledge), 2));

        assertThat(view(pledge).state()).isEqualTo(State.PAUSED);
        assertThat(view(pledge).nextCharge()).isEqualTo(next.plusMonths(2));
        advance(Duration.ofDays(87));
        assertThat(charges(pledge)).hasSize(1);
        assertThat(subjects()).last().asString().endsWith("the pause ends soon");
        advance(Duration.ofDays(8));
        assertThat(charges(pledge)).hasSize(2);
    }

    @Test
    void aPauseIsMadeLongerOrShorterWhileItRunsAndTheMailFollows() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        List<LocalDate> coming = view(pledge).coming();
        wish(plans.pause(view(pledge), 2));

        wish(plans.pause(view(pledge), 4));
        assertThat(view(pledge).state()).isEqualTo(State.PAUSED);
        assertThat(view(pledge).nextCharge()).isEqualTo(coming.get(4));
        assertThat(view(pledge).coming()).isEqualTo(coming);
        advanceTo(coming.get(2).plusDays(2));
        assertThat(charges(pledge)).hasSize(1);
        assertThat(subjects()).noneMatch(subject -> subject.endsWith("the pause ends soon"));

        wish(plans.pause(view(pledge), 1));
        assertThat(view(pledge).coming().getFirst()).isEqualTo(coming.get(3));
        assertThat(view(pledge).nextCharge()).isEqualTo(coming.get(4));
        wish(plans.pause(view(pledge), 2));
        assertThat(view(pledge).nextCharge()).isEqualTo(coming.get(5));
        assertThat(Await.value(giving.happenings(pledge).map(Happening::kind).collectList()))
                .filteredOn(kind -> kind.code().startsWith("pause"))
                .containsExactly(
                        Happening.Kind.PAUSED,
                        Happening.Kind.PAUSE_CHANGED,
                        Happening.Kind.PAUSE_CHANGED);
        advanceTo(coming.get(5).minusDays(5));
        assertThat(subjects())
                .filteredOn(subject -> subject.endsWith("the pause ends soon"))
                .hasSize(1);
        advanceTo(coming.get(5).plusDays(2));
        assertThat(charges(pledge)).hasSize(2);
    }

    /** Declined, in want of 3-D Secure, or refused for good: one schedule. */
    @ParameterizedTest
    @ValueSource(strings = {"4000000000000341", "4000002760003184", "4000000000009987"})
    void whatCantBeChargedIsToldThreeTimesAndThenOfTheEnd(String card) throws StripeException {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        leaveCard(card);
        int before = subjects().size();

        advance(Duration.ofDays(50));

        List<String> told = subjects().subList(before, subjects().size());
        assertThat(told).hasSize(4).last().asString().endsWith("it has ended");
        assertThat(view(pledge).state()).isEqualTo(State.ENDED);
        assertThat(charges(pledge)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoseBankAsksAGiftBackIsChargedNoMoreAndToldHowToGoOn(boolean won) throws StripeException {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        advance(Duration.ofDays(32));
        assertThat(charges(pledge)).hasSize(2);
        String intent = latestIntent();

        int before = subjects().size();
        String dispute = stripe.dispute(intent);
        StripeNews.hear(application);
        if (won) {
            Await.done(mail.sendDue());
        }
        StripeNews.sendWishes(application);
        hear();
        assertThat(view(pledge).state()).isEqualTo(State.STOPPING);
        assertThat(lastLetter())
                .contains("payment of this gift is disputed", "nothing more is charged");
        assertThat(subjects()).hasSize(before + 1);
        stripe.closeDispute(dispute, won);
        hear();
        advance(Duration.ofDays(40));

        assertThat(charges(pledge)).hasSize(2);
        assertThat(view(pledge).state()).isEqualTo(State.ENDED);
        assertThat(subjects()).noneMatch(subject -> subject.endsWith("it will end"));
    }

    private String latestIntent() throws StripeException {
        return client.v1().paymentIntents().list().getData().stream()
                .filter(each -> each.getCustomer() != null)
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private String lastLetter() {
        return mailbox.to(giver.value()).getLast().text();
    }

    /** True when it is written: whoever goes on at once doesn't read that nothing is charged. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoGoesOnBeforeTheLetterIsWrittenIsNotToldOfAnEnd(boolean atStripe)
            throws StripeException {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        int before = subjects().size();
        stripe.dispute(latestIntent());
        StripeNews.hear(application);
        if (atStripe) {
            StripeNews.sendWishes(application);
            StripeNews.hear(application);
        }

        Await.value(plans.undoStop(view(pledge)));
        hear();

        assertThat(subjects().subList(before, subjects().size())).hasSize(1);
        assertThat(lastLetter())
                .contains("payment of this gift is disputed")
                .doesNotContain("nothing more is charged", "stopped");
        StripeNews.sendWishes(application);
        hear();
        assertThat(view(pledge).state()).isEqualTo(State.ACTIVE);
    }

    /** What lies as a draft for an hour is charged as it is, whatever is changed meanwhile. */
    @Test
    void showsWhatTheDraftChargesAlsoWhereTheSumChanges() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        LocalDate day = Objects.requireNonNull(view(pledge).nextCharge());
        Instant due = Objects.requireNonNull(view(pledge).payments().nextChargeAt());
        PlanChange change = new PlanChange.Terms(Frequency.MONTHLY, Money.yen(5000), false);
        stripe.clock()
                .advance(
                        Duration.between(
                                stripe.clock().instant(), due.minus(Duration.ofMinutes(50))));
        hear();

        PlanPreview preview = plans.preview(view(pledge), change);
        assertThat(preview.after().charges()).startsWith(day);
        assertThat(preview.after().sum(0)).isEqualTo(Money.yen(3149));
        assertThat(preview.after().sum(1)).isEqualTo(Money.yen(5000));
        wish(plans.change(view(pledge), change));
        assertThat(view(pledge).nextSum()).isEqualTo(Money.yen(3149));
        assertThat(view(pledge).changesFrom()).isEqualTo(preview.after().charges().get(1));

        advance(Duration.ofDays(1));
        assertThat(charges(pledge).getFirst().parts().total()).isEqualTo(Money.yen(3149));
        assertThat(view(pledge).nextSum()).isEqualTo(Money.yen(5000));
        assertThat(view(pledge).changesFrom()).isEqualTo(view(pledge).nextCharge());
    }

    static List<PlanChange> movesOfDays() {
        return List.of(
                new PlanChange.Day(3),
                new PlanChange.Day(27),
                new PlanChange.Terms(Frequency.YEARLY, Money.yen(20_000), false));
    }

    /** Also where the day moves, and then on its page and in the mail as it was shown before. */
    @ParameterizedTest
    @MethodSource("movesOfDays")
    void showsWhatTheDraftChargesAlsoWhereTheDayMoves(PlanChange change) {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        advanceToDraft(pledge);
        LocalDate day = Objects.requireNonNull(view(pledge).nextCharge());

        PlanPreview preview = plans.preview(view(pledge), change);
        assertThat(preview.after().charges()).startsWith(day).hasSize(2);
        assertThat(preview.after().sum(0)).isEqualTo(Money.yen(3149));
        LocalDate second = preview.after().charges().get(1);
        long mails = ofChanges();
        wish(plans.change(view(pledge), change));

        assertThat(view(pledge).nextCharge()).isEqualTo(day);
        assertThat(view(pledge).nextSum()).isEqualTo(Money.yen(3149));
        assertThat(view(pledge).coming()).startsWith(day, second);
        assertThat(ofChanges()).isEqualTo(mails + 1);
        if (change instanceof PlanChange.Day) {
            Happening last = Await.value(giving.happenings(pledge).last());
            assertThat(Objects.requireNonNull(last.from()).nextCharge())
                    .isEqualTo(preview.before().charges().get(1));
            assertThat(Objects.requireNonNull(last.to()).nextCharge()).isEqualTo(second);
        }
        assertThat(plans.preview(view(pledge), new PlanChange.Pause(1)).after().charges())
                .startsWith(second);
        advance(Duration.ofDays(1));
        assertThat(charges(pledge)).hasSize(2);
        assertThat(view(pledge).nextCharge()).isEqualTo(second);
    }

    /** Ten minutes after the next charge has become a draft. */
    private void advanceToDraft(Pledge pledge) {
        Instant due = Objects.requireNonNull(view(pledge).payments().nextChargeAt());
        stripe.clock()
                .advance(
                        Duration.between(
                                stripe.clock().instant(), due.minus(Duration.ofMinutes(50))));
        hear();
    }

    @Test
    void onTheLastDayOfTheMonthIsOnTheLastDayOfEachMonth() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        LocalDate today = BusinessDate.of(stripe.clock().instant());

        wish(plans.moveDay(view(pledge), ChargeDay.LAST_OF_MONTH, today));

        assertThat(view(pledge).onLastDay()).isTrue();
        LocalDate first = Objects.requireNonNull(view(pledge).nextCharge());
        assertThat(first.getDayOfMonth()).isEqualTo(31);
        advanceTo(first.plusDays(2));
        assertThat(charges(pledge)).hasSize(2);
        assertThat(view(pledge).nextCharge())
                .isEqualTo(first.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth()));
        assertThat(view(pledge).onLastDay()).isTrue();
    }

    /** Until a day has begun in Tokyo. */
    private void advanceTo(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(BusinessDate.TOKYO).toInstant();
        advance(Duration.between(stripe.clock().instant(), noon));
    }

    @Test
    void stopsBeforeTheNextChargeAndCanBeTakenBack() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);

        wish(plans.stop(view(pledge), "once"));
        assertThat(view(pledge).state()).isEqualTo(State.STOPPING);
        wish(plans.undoStop(view(pledge)));
        assertThat(view(pledge).state()).isEqualTo(State.ACTIVE);
        wish(plans.stop(view(pledge), ""));
        advance(Duration.ofDays(32));

        assertThat(view(pledge).state()).isEqualTo(State.ENDED);
        assertThat(charges(pledge)).hasSize(1);
        assertThat(subjects()).last().asString().endsWith("it has ended");
    }

    @Test
    void writesKindlyWhenAChargeFailsAndRecordsThePeriodOnceWhenItIsPutRight()
            throws StripeException {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        leaveCard(FAILS_LATER);

        advance(Duration.ofDays(32));
        assertThat(view(pledge).state()).isEqualTo(State.PAST_DUE);
        assertThat(subjects()).last().asString().endsWith("a charge did not go through");
        assertThat(charges(pledge)).hasSize(1);

        leaveCard(CARD);
        advance(Duration.ofDays(10));

        assertThat(view(pledge).state()).isEqualTo(State.ACTIVE);
        assertThat(charges(pledge)).hasSize(2);
        assertThat(subjects()).filteredOn(subject -> subject.endsWith("well again")).hasSize(1);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void tellsOfAYearlyChargeAMonthAhead() {
        Pledge pledge = started(Frequency.YEARLY, 10_000);

        advance(Duration.ofDays(330));
        Await.done(queue.drain(notices));
        Await.done(mail.sendDue());
        assertThat(subjects()).hasSize(1);
        advance(Duration.ofDays(10));

        assertThat(subjects()).last().asString().endsWith("the yearly charge is coming up");
        assertThat(charges(pledge)).hasSize(1);
    }

    @Test
    void nobodyFindsAnothersPlan() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        Member other = new Member(new SupporterId(UUID.randomUUID()), pledge.subject());

        assertThat(plans.find(other, pledge.reference()).blockOptional()).isEmpty();
        assertThat(plans.of(other).hasElements().block()).isFalse();
        assertThat(giving.charges(other).hasElements().block()).isFalse();
        assertThat(plans.find(member(pledge), pledge.reference()).blockOptional()).isPresent();
    }

    @Test
    void chargesNobodyWhoIsErased() {
        Pledge pledge = started(Frequency.MONTHLY, 3000);

        Await.done(records.erase(member(pledge)));
        StripeNews.sendWishes(application);
        advance(Duration.ofDays(32));

        assertThat(view(pledge).state()).isEqualTo(State.ENDED);
        assertThat(charges(pledge)).hasSize(1);
    }

    @Test
    void whoIsErasedIsDeletedAtStripeOnceItAnswers() throws StripeException {
        Pledge pledge = started(Frequency.MONTHLY, 3000);
        String customer = client.v1().subscriptions().list().getData().getFirst().getCustomer();
        stripe.faults().badGateway(100);

        Await.done(records.erase(member(pledge)));
        StripeNews.sendWishes(application);
        StripeNews.sendRemovals(application);
        stripe.faults().clear();
        assertThat(client.v1().customers().retrieve(customer).getDeleted()).isNull();

        advance(Duration.ofDays(1));
        StripeNews.sendWishes(application);
        StripeNews.sendRemovals(application);
        assertThat(client.v1().customers().retrieve(customer).getDeleted()).isTrue();
    }

    @Test
    void whoChangesTheirAddressIsReachedByItAtStripeUntilItIsTakenBack() throws StripeException {
        started(Frequency.MONTHLY, 3000);
        EmailAddress after = SignInSamples.newAddress();
        people.signedIn(giver).at(ADDRESSES).post(ADDRESSES, "email", after.value(), "use", "new");
        String revocation = people.link(giver);
        confirm(after);
        assertThat(emailAtStripe()).isEqualTo(after.value());

        Guest owner = people.guest();
        owner.get(revocation);
        owner.at("/en/address-changes/link").post("/en/address-changes/link");
        assertThat(emailAtStripe()).isEqualTo(giver.value());
    }

    @Test
    void whoBringsAddressesTogetherIsReachedByTheOneTheyUse() throws StripeException {
        started(Frequency.MONTHLY, 3000);
        EmailAddress main = SignInSamples.newAddress();
        Guest guest = people.signedIn(main);
        guest.at(ADDRESSES).post(ADDRESSES, "email", giver.value(), "use", "other");
        confirm(giver);
        assertThat(emailAtStripe()).isEqualTo(main.value());

        String separation =
                guest.get(ADDRESSES)
                        .page()
                        .replaceAll("(?s).*action=\"([^\"]+/separations)\".*", "$1");
        guest.at(ADDRESSES).post(separation);
        assertThat(emailAtStripe()).isEqualTo(giver.value());
    }

    private void confirm(EmailAddress email) {
        Guest reader = people.guest();
        reader.get(people.link(email));
        assertThat(reader.at("/en/addresses/link").post("/en/addresses/link").status())
                .isEqualTo(200);
    }

    /** Of the only plan that runs. */
    private String emailAtStripe() throws StripeException {
        StripeNews.sendAddresses(application);
        Subscription only = client.v1().subscriptions().list().getData().getFirst();
        return client.v1().customers().retrieve(only.getCustomer()).getEmail();
    }

    private static Member member(Pledge pledge) {
        return new Member(pledge.supporter(), pledge.subject());
    }

    private Pledge started(Frequency frequency, long yen) {
        Pledge pledge = pledged(frequency, yen);
        pay(pledge, CARD);
        return pledge;
    }

    private Pledge pledged(Frequency frequency, long yen) {
        return pledged(UUID.randomUUID(), frequency, yen);
    }

    private Pledge pledged(UUID attempt, Frequency frequency, long yen) {
        Money gift = Money.yen(yen);
        GiveWish wish =
                new GiveWish(
                        attempt,
                        frequency,
                        Cause.FOSTER_CHILDREN,
                        gift,
                        true,
                        "Name",
                        giver,
                        Dedication.NONE,
                        Language.EN,
                        estimates.parts(gift, true, frequency).total(),
                        true);
        return ((GiveResult.Pledged) Await.value(giving.give(wish))).pledge();
    }

    private void pay(Pledge pledge, String card) {
        Opening opening = Await.value(giving.pay(pledge));
        stripe.shopper(((Opening.Open) opening).url().toString()).payByCard(card);
        Await.value(giving.refresh(pledge));
        hear();
    }

    private void leaveCard(String number) throws StripeException {
        Subscription only = client.v1().subscriptions().list().getData().getFirst();
        stripe.replaceCard(only.getCustomer(), number, YearMonth.of(2094, 12));
        hear();
    }

    private void wish(Mono<WishResult> wish) {
        assertThat(Await.value(wish)).isEqualTo(new WishResult.Noted());
        StripeNews.sendWishes(application);
        hear();
    }

    private void advance(Duration duration) {
        for (long day = 0; day < duration.toDays(); day++) {
            stripe.clock().advance(Duration.ofDays(1));
            hear();
        }
    }

    private void hear() {
        StripeNews.hear(application);
        Await.done(queue.drain(notices));
        Await.done(mail.sendDue());
    }

    private GiftPlanView view(Pledge pledge) {
        return Await.value(plans.of(pledge));
    }

    private List<Charge> charges(Pledge pledge) {
        return Await.value(giving.charges(pledge).collectList());
    }

    /** Oldest first. */
    private List<String> subjects() {
        return mailbox.to(giver.value()).stream().map(ReceivedMail::subject).toList();
    }
}
