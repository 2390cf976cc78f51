package org.lfnkr.zabuton.giving.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Gift;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.Gifts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.thanks.PublicNames;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.outbox.SlowHandlers;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Snapshot;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

@ModuleTest
class GivingModuleTests {

    private static final String CARD = "4242424242424242";
    private static final Dedication WORDS = new Dedication("Honouree", "Words", "Group", "Alias");

    @Autowired Giving giving;
    @Autowired Gifts gifts;
    @Autowired GiftEstimates estimates;
    @Autowired GiftWords words;
    @Autowired PledgeLifecycle lifecycle;
    @Autowired TransactionalOperator transaction;
    @Autowired PublicNames names;
    @Autowired Impact impact;
    @Autowired Integrity integrity;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @Autowired StripeSimulator stripe;
    @Autowired TestDatabase testDatabase;
    @Autowired MovableClock clock;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @Test
    void aPaidGiftIsChargedToldAndKnownToTheBooks() {
        GiveWish wish = wish(UUID.randomUUID(), 3000, true);

        Pledge pledge = paid(wish);

        assertThat(pledge.status()).isEqualTo(PledgeStatus.GIVEN);
        Charge charge = Await.value(giving.charges(pledge).next());
        assertThat(charge.parts()).isEqualTo(new GiftParts(Money.yen(3000), Money.yen(132)));
        assertThat(mailbox.to(wish.email().value())).hasSize(1);
        assertThat(Await.value(gifts.gift(pledge.id().purpose())))
                .isEqualTo(
                        new Gift(
                                pledge.id().value(),
                                pledge.reference(),
                                Money.yen(3000),
                                Money.yen(132),
                                Fund.FOSTER_CHILDREN,
                                false,
                                pledge.outcomePrice()));
        stripe.assertNoViolations();
    }

    @Test
    void saysWhatAGiftCouldDoBeforeItIsPaid() {
        Pledge pledge = pledged(wish(UUID.randomUUID(), 3000, false));

        assertThat(Await.value(impact.story(Objects.requireNonNull(pledge.payment()).value())))
                .matches(story -> story.units() == 7 && story.money().equals(Money.yen(2868)));
    }

    @Test
    void keepsTheAgreementToThePurposeWithItsVersion() {
        Pledge pledge = pledged(wish(UUID.randomUUID(), 1000, false));

        String agreed =
                "select kind || ' ' || version || ' ' || wording from supporters.consent where"
                        + " supporter_id = :supporter";
        assertThat(
                        Await.value(
                                database.sql(agreed)
                                        .bind("supporter", pledge.supporter().value())
                                        .mapValue(String.class)
                                        .one()))
                .isEqualTo(
                        "foster-children 2026-11-22 I give this for all foster children together,"
                                + " and agree to the terms of gifts.");
    }

    @Test
    void refusesWithoutAgreementOrWithAnotherSum() {
        GiveWish wish = wish(UUID.randomUUID(), 1000, false);

        assertThat(Await.value(giving.give(with(wish, wish.seen(), false))))
                .isInstanceOf(GiveResult.NotAgreed.class);
        assertThat(Await.value(giving.give(with(wish, Money.yen(999), true))))
                .isInstanceOf(GiveResult.SumChanged.class);
    }

    @Test
    void theSameWishTwiceIsOnePledgeAndAnotherEndsTheFirst() {
        UUID attempt = UUID.randomUUID();
        Pledge first = pledged(wish(attempt, 1000, false));
        assertThat(pledged(wish(attempt, 1000, false)).id()).isEqualTo(first.id());

        Pledge second = pledged(wish(attempt, 2000, false));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(Await.value(giving.find(first.id())).status()).isEqualTo(PledgeStatus.ENDED);
    }

    @Test
    void givingSomethingElseMakesTheEarlierCodeWorthless() {
        UUID attempt = UUID.randomUUID();
        Pledge first = pledged(wish(attempt, 1000, false));
        Opening opening = Await.value(giving.pay(first));
        String page = ((Opening.Open) opening).url().toString();
        stripe.shopper(page).chooseKonbini();
        StripeNews.hear(application);

        pledged(wish(attempt, 2000, false));

        assertThat(Await.value(giving.find(first.id())).status()).isEqualTo(PledgeStatus.ENDED);
        String session = page.substring(page.lastIndexOf('/') + 1);
        assertThatThrownBy(() -> stripe.payKonbiniAtCounter(session))
                .hasMessageContaining("is awaited");
    }

    @Test
    void aGiftThatIsPaidAtThatMomentStaysAndNothingIsPledgedBesideIt() {
        UUID attempt = UUID.randomUUID();
        Pledge first = atTheStore(wish(attempt, 1000, false));
        stripe.faults().loseEvents(10);
        stripe.payKonbiniAtCounter(session(first));

        GiveResult second = Await.value(giving.give(wish(attempt, 2000, false)));

        stripe.faults().clear();
        assertThat(second)
                .isInstanceOfSatisfying(
                        GiveResult.Done.class,
                        done -> assertThat(done.pledge().id()).isEqualTo(first.id()));
        assertThat(found(first))
                .matches(it -> it.status() == PledgeStatus.GIVEN && !it.superseded());
    }

    @Test
    void whatIsGivenAfterAGiftIsWantedBesideIt() {
        UUID attempt = UUID.randomUUID();
        Pledge first = paid(wish(attempt, 1000, false));
        Pledge second = paid(wish(attempt, 2000, false));

        assertThat(List.of(first, second)).allMatch(it -> it.status() == PledgeStatus.GIVEN);
    }

    /** The earlier code could not be cancelled, and is paid beside the gift in its place. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whenBothCodesArePaidTheSecondMoneyGoesBackAndThatIsTold(Language language) {
        UUID attempt = UUID.randomUUID();
        GiveWish wish = in(language, wish(attempt, 1000, false));
        Pledge first = atTheStore(wish);
        stripe.faults().onlyOn("POST /v1/payment_intents").badGateway(50);
        Pledge second = atTheStore(in(language, wish(attempt, 2000, false)));
        stripe.faults().clear();
        stripe.payKonbiniAtCounter(session(second));
        hear();

        stripe.payKonbiniAtCounter(session(first));
        hear();

        assertThat(found(second).status()).isEqualTo(PledgeStatus.GIVEN);
        assertThat(found(first).status()).isEqualTo(PledgeStatus.PAID_TWICE);
        assertThat(lastLetter(wish))
                .contains(language == Language.EN ? "goes back to you: ¥1,000" : "全額¥1,000をお返しします")
                .doesNotContain("{", "??");
        StripeNews.sendRefunds(application);
        hear();
        assertThat(standing(first)).isEqualTo(GiftStanding.REFUNDING);
        assertThat(Await.value(giving.refunds(first).collectList()))
                .singleElement()
                .matches(refund -> refund.amount().equals(Money.yen(1000)));
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private Pledge atTheStore(GiveWish wish) {
        Pledge pledge = pledged(wish);
        stripe.shopper(opened(pledge)).chooseKonbini();
        hear();
        return pledge;
    }

    private Pledge found(Pledge pledge) {
        return Await.value(giving.find(pledge.id()));
    }

    @Test
    @CapturesOutput
    void eachGiftLeavesALineInTheLogWithNobodyInIt(CapturedOutput log) {
        GiveWish wish = wish(UUID.randomUUID(), 3000, true);

        Pledge pledge = paid(wish);

        assertThat(log.getOut().lines().filter(line -> line.contains(pledge.reference())))
                .singleElement()
                .asString()
                .contains("Gift", "¥3132", String.valueOf(pledge.payment()))
                .doesNotContain(wish.name(), wish.email().value());
    }

    @Test
    void keepsWordsInTheVaultOnly() {
        Pledge pledge = pledged(wish(UUID.randomUUID(), 1000, false));

        assertThat(pledge.withWords()).isTrue();
        assertThat(Await.value(words.dedication(pledge))).isEqualTo(WORDS.withoutAlias());
        assertThat(Await.value(names.of(pledge).next()).text()).isEqualTo(WORDS.alias());
    }

    @Test
    void aRefundIsSplitAndToldOnceHoweverOftenItIsHeard() throws SQLException {
        int earlier = stripe.events().size();
        GiveWish wish = wish(UUID.randomUUID(), 3000, true);
        Pledge pledge = paid(wish);

        stripe.refund(intent(pledge), 1000);
        hear();
        List<String> before = Snapshot.of(testDatabase);
        stripe.resendSince(earlier);
        hear();

        Charge charge = Await.value(giving.charges(pledge).next());
        assertThat(charge.refunded()).isEqualTo(Money.yen(1000));
        assertThat(charge.kept()).isEqualTo(new GiftParts(Money.yen(2042), Money.yen(90)));
        assertThat(mailbox.to(wish.email().value())).hasSize(2);
        assertThat(Snapshot.of(testDatabase)).isEqualTo(before);
    }

    /** The giver is told that the money is still theirs, so nothing counts it as given. */
    @Test
    void aRefundThatFailedLeavesNothingOfTheGiftUntilItIsSentAgain() {
        GiveWish wish = wish(UUID.randomUUID(), 3000, false);
        Pledge pledge = paid(wish);
        String refund = stripe.refund(intent(pledge), 3000);
        hear();

        stripe.failRefund(refund);
        hear();

        assertThat(standing(pledge)).isEqualTo(GiftStanding.REFUND_FAILED);
        assertThat(lastLetter(wish)).contains("still yours");
        Charge failed = Await.value(giving.charges(pledge).next());
        assertThat(failed.held()).isEqualTo(Money.yen(3000));
        assertThat(failed.kept()).isEqualTo(GiftParts.NONE);

        stripe.refund(intent(pledge), 3000);
        hear();

        assertThat(standing(pledge)).isEqualTo(GiftStanding.REFUNDED);
        assertThat(Await.value(giving.charges(pledge).next()).held()).isEqualTo(Money.ZERO);
    }

    @Test
    void aLostDisputeLeavesNothingOfTheGiftAndIsTold() {
        GiveWish wish = wish(UUID.randomUUID(), 3000, false);
        Pledge pledge = paid(wish);

        String dispute = stripe.dispute(intent(pledge));
        hear();
        assertThat(standing(pledge)).isEqualTo(GiftStanding.DISPUTED);
        assertThat(lastLetter(wish)).contains("is disputed").doesNotContain("refund", "went back");
        stripe.closeDispute(dispute, false);
        hear();

        assertThat(Await.value(giving.charges(pledge).next()).kept()).isEqualTo(GiftParts.NONE);
        assertThat(standing(pledge)).isEqualTo(GiftStanding.CHARGED_BACK);
        assertThat(lastLetter(wish)).contains("has the money of this gift");
    }

    @Test
    void aDisputeThatIsWonIsToldWithWhatTheGiftFundsAgain() {
        GiveWish wish = wish(UUID.randomUUID(), 3000, false);
        Pledge pledge = paid(wish);

        stripe.closeDispute(stripe.dispute(intent(pledge)), true);
        hear();

        assertThat(standing(pledge)).isEqualTo(GiftStanding.GIVEN);
        assertThat(lastLetter(wish)).contains("the payment stands", "This funds 7 days");
    }

    @Test
    void tellsOfADisputeInTheGiversLanguage() {
        GiveWish wish = in(Language.JA, wish(UUID.randomUUID(), 3000, false));
        Pledge pledge = paid(wish);

        String dispute = stripe.dispute(intent(pledge));
        hear();
        assertThat(lastLetter(wish)).contains("カード会社から照会がありました").doesNotContain("返金", "{", "??");
        stripe.closeDispute(dispute, false);
        hear();
        assertThat(lastLetter(wish)).contains("カード会社により取り消されました").doesNotContain("返金", "{", "??");
    }

    /** Who was told that nothing was charged hears that something came after all. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aGiftThatIsHeldIsTold(Language language) {
        GiveWish wish = in(language, wish(UUID.randomUUID(), 3000, false));
        Pledge pledge = pledged(wish);
        stripe.shopper(opened(pledge)).chooseKonbini();
        stripe.expireKonbini(session(pledge));
        hear();

        Await.done(lifecycle.hold(pledge.id()).as(transaction::transactional));
        hear();

        assertThat(lastLetter(wish))
                .contains(language == Language.EN ? "get the money back" : "誤りがあった場合は返金します")
                .doesNotContain("{", "??");
    }

    /** The fault that was seen: "We refunded all of it … This funds 7 days of meals". */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverTheTurnsOfTheModulesEachLetterSaysWhatIsOnRecord(long seed) {
        Random turns = new Random(seed);
        GiveWish wish = wish(UUID.randomUUID(), 3000, false);
        Pledge pledge = pledged(wish);
        stripe.shopper(opened(pledge)).payByCard(CARD);
        StripeNews.listen(application);
        takeTurns(turns, 1 + turns.nextInt(8));
        stripe.refund(intent(pledge), 3000);
        StripeNews.listen(application);
        takeTurns(turns, 8);

        hear();

        assertThat(mailbox.to(wish.email().value()))
                .isNotEmpty()
                .allSatisfy(GivingModuleTests::isConsistent)
                .last()
                .satisfies(last -> assertThat(last.text()).contains("We refunded all of it"));
    }

    private static void isConsistent(ReceivedMail mail) {
        if (mail.text().contains("We refunded all of it")) {
            assertThat(mail.text()).contains("this funds nothing").doesNotContain("This funds");
        } else {
            assertThat(mail.text()).contains("Your gift has arrived", "This funds 7 days");
        }
    }

    private void takeTurns(Random turns, int count) {
        for (int turn = 0; turn < count; turn++) {
            SlowHandlers.step(application, Set.of(turns.nextBoolean() ? "giving" : "bookkeeping"));
            clock.advance(Duration.ofSeconds(2));
            Await.done(mail.sendDue());
        }
        clock.advance(Duration.ofSeconds(2));
    }

    private GiftStanding standing(Pledge pledge) {
        return Await.value(giving.find(pledge.id()).flatMap(giving::standing));
    }

    private String lastLetter(GiveWish wish) {
        return mailbox.to(wish.email().value()).getLast().text();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aStoreCodeThatLapsesIsToldOfOnceInTheGiversLanguage(Language language) {
        int earlier = stripe.events().size();
        GiveWish wish = in(language, wish(UUID.randomUUID(), 3000, false));
        Pledge pledge = pledged(wish);
        String page = opened(pledge);
        stripe.shopper(page).chooseKonbini();
        hear();

        stripe.expireKonbini(session(pledge));
        hear();
        stripe.resendSince(earlier);
        Await.value(giving.refresh(pledge));
        hear();

        List<ReceivedMail> told = mailbox.to(wish.email().value());
        assertThat(told).hasSize(2);
        assertThat(told.getLast().text())
                .contains(language == Language.EN ? "Nothing was charged" : "料金はかかっておらず")
                .containsPattern("/" + language.tag() + "/give\\s")
                .doesNotContain("{");
    }

    @Test
    void aLapseIsToldOfAlsoWhereTheCodeWasNeverHeardOf() {
        GiveWish wish = wish(UUID.randomUUID(), 3000, false);
        Pledge pledge = pledged(wish);
        stripe.shopper(opened(pledge)).chooseKonbini();

        stripe.expireKonbini(session(pledge));
        hear();

        assertThat(mailbox.to(wish.email().value()))
                .singleElement()
                .matches(mail -> mail.subject().contains("cancelled, no payment arrived"));
    }

    @Test
    void whoLeavesThePaymentPageIsNotWrittenTo() {
        GiveWish wish = wish(UUID.randomUUID(), 3000, false);
        Pledge pledge = pledged(wish);
        opened(pledge);

        Await.value(giving.cancel(pledge));
        hear();

        assertThat(Await.value(giving.find(pledge.id())).status()).isEqualTo(PledgeStatus.ENDED);
        assertThat(mailbox.to(wish.email().value())).isEmpty();
    }

    @Test
    void anotherPledgesKeyOpensNothing() {
        Pledge mine = pledged(wish(UUID.randomUUID(), 1000, false));
        Pledge other = pledged(wish(UUID.randomUUID(), 1000, false));

        PledgeLink mixed = new PledgeLink(mine.reference(), giving.link(other).key());

        assertThat(giving.open(mixed).blockOptional()).isEmpty();
    }

    private GiveWish wish(UUID attempt, long yen, boolean covers) {
        Money gift = Money.yen(yen);
        return new GiveWish(
                attempt,
                Frequency.ONCE,
                Cause.FOSTER_CHILDREN,
                gift,
                covers,
                "Name",
                new EmailAddress("giver-" + attempt + "@example.org"),
                WORDS,
                Language.EN,
                estimates.parts(gift, covers, Frequency.ONCE).total(),
                true);
    }

    private static GiveWish in(Language language, GiveWish wish) {
        return new GiveWish(
                wish.attempt(),
                wish.frequency(),
                wish.cause(),
                wish.gift(),
                wish.coversFee(),
                wish.name(),
                wish.email(),
                wish.dedication(),
                language,
                wish.seen(),
                wish.agreed());
    }

    private static GiveWish with(GiveWish wish, Money seen, boolean agreed) {
        return new GiveWish(
                wish.attempt(),
                wish.frequency(),
                wish.cause(),
                wish.gift(),
                wish.coversFee(),
                wish.name(),
                wish.email(),
                wish.dedication(),
                wish.language(),
                seen,
                agreed);
    }

    private Pledge pledged(GiveWish wish) {
        GiveResult result = Await.value(giving.give(wish));
        assertThat(result).isInstanceOf(GiveResult.Pledged.class);
        return ((GiveResult.Pledged) result).pledge();
    }

    private Pledge paid(GiveWish wish) {
        Pledge pledge = pledged(wish);
        stripe.shopper(opened(pledge)).payByCard(CARD);
        Await.value(giving.refresh(pledge));
        hear();
        return Await.value(giving.find(pledge.id()));
    }

    private String opened(Pledge pledge) {
        return ((Opening.Open) Await.value(giving.pay(pledge))).url().toString();
    }

    /** Webhooks have arrived, been worked off, and what follows from them is done. */
    private void hear() {
        StripeNews.hear(application);
        Await.done(mail.sendDue());
    }

    private String intent(Pledge pledge) {
        return ofPayment(pledge, "intent");
    }

    private String session(Pledge pledge) {
        return ofPayment(pledge, "session");
    }

    private String ofPayment(Pledge pledge, String column) {
        return Await.value(
                database.sql("select " + column + " from payments.payment where id = :id")
                        .bind("id", Objects.requireNonNull(pledge.payment()).value())
                        .mapValue(String.class)
                        .one());
    }
}
