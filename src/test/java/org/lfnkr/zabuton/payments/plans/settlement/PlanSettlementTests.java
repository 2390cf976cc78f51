package org.lfnkr.zabuton.payments.plans.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Facts.SessionState;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.plans.Cycle;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.payments.plans.PlanEnded;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Bill;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Page;
import org.lfnkr.zabuton.payments.plans.PlanFacts.State;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.AtStripe;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.Invoice;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.OnRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class PlanSettlementTests {

    private final OnRecord plan = OnRecord.running();
    private final OnRecord asked = new OnRecord();
    private final AtStripe stripe = new AtStripe();
    private final Invoice invoice = new Invoice();

    private static PlanDecision decide(OnRecord plan, PlanFacts facts) {
        return PlanSettlement.decide(plan.recorded(), facts, false);
    }

    private PlanDecision decide(OnRecord plan, Invoice... invoices) {
        return decide(plan, facts(invoices));
    }

    private PlanFacts facts(Invoice... invoices) {
        return new PlanFacts(
                null, stripe.subscribed(), Arrays.stream(invoices).map(Invoice::billed).toList());
    }

    private static PlanFacts facts(Page page) {
        return PlanFacts.of(page);
    }

    private static <T extends PlanStep> List<T> steps(PlanDecision decision, Class<T> kind) {
        return decision.steps().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T extends PlanStep> T only(PlanDecision decision, Class<T> kind) {
        assertThat(steps(decision, kind)).hasSize(1);
        return steps(decision, kind).getFirst();
    }

    // Its page

    @Test
    void remembersThePageThatIsOpen() {
        PlanDecision decision = decide(asked, facts(PlanSamples.page(SessionState.OPEN)));

        assertThat(decision)
                .isEqualTo(PlanDecision.of(new PlanStep.Adopt("cs_1"), new PlanStep.Open()));
    }

    @Test
    void tellsOfAnOpenPageOnce() {
        asked.session = "cs_1";
        asked.status = PlanStatus.OPEN;

        assertThat(decide(asked, facts(PlanSamples.page(SessionState.OPEN))))
                .isEqualTo(PlanDecision.of());
    }

    @Test
    void endsUnpaidWithItsPageButOnce() {
        asked.session = "cs_1";
        asked.status = PlanStatus.OPEN;
        PlanFacts expired = facts(PlanSamples.page(SessionState.EXPIRED));
        PlanStep end = new PlanStep.End(PlanStatus.EXPIRED, PlanEnded.Reason.NEVER_PAID);

        assertThat(decide(asked, expired)).isEqualTo(PlanDecision.of(end));

        asked.status = PlanStatus.EXPIRED;
        assertThat(decide(asked, expired)).isEqualTo(PlanDecision.of());
    }

    @Test
    void waitsForTheSubscriptionOfAPageThatIsComplete() {
        asked.session = "cs_1";
        PlanFacts complete = facts(PlanSamples.page(SessionState.COMPLETE));

        assertThat(decide(asked, complete)).isEqualTo(new PlanDecision(List.of(), false));
    }

    @Test
    void isCompleteWithTheSubscriptionOfItsPage() {
        asked.session = "cs_1";
        stripe.state = State.INCOMPLETE;
        PlanFacts both =
                new PlanFacts(
                        PlanSamples.page(SessionState.COMPLETE), stripe.subscribed(), List.of());

        assertThat(decide(asked, both).complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cs_2, false, 3000, jpy, SECOND_SESSION",
        "cs_1, false, 3000, usd, CURRENCY",
        "cs_1, false, 2999, jpy, AMOUNT",
        "cs_1, true, 3000, jpy, MODE",
    })
    void holdsAPlanWhosePageSaysSomethingElseAndSaysSoOnce(
            String id, boolean live, long amount, String currency, HoldReason reason) {
        asked.session = "cs_1";
        PlanFacts other =
                facts(new Page(id, SessionState.OPEN, live, amount, currency, null, null));

        assertThat(decide(asked, other).steps()).containsExactly(new PlanStep.Hold(reason));

        asked.status = PlanStatus.HELD;
        asked.heldFor = reason;
        assertThat(decide(asked, other).steps()).isEmpty();

        asked.status = PlanStatus.EXPIRED;
        assertThat(decide(asked, other).steps()).isEmpty();
    }

    @Test
    void holdsASubscriptionOfTheOtherMode() {
        stripe.live = true;

        assertThat(decide(asked).steps())
                .containsExactly(
                        new PlanStep.Hold(HoldReason.MODE),
                        new PlanStep.Subscribe("sub_1", "cus_1", "si_1"),
                        new PlanStep.Price(PlanSamples.TERMS, "price_1"));
    }

    @Test
    void asksOfAPlanThatRunsNothingAboutItsPage() {
        PlanFacts facts =
                new PlanFacts(
                        new Page("cs_1", SessionState.COMPLETE, true, 1, "usd", null, null),
                        stripe.subscribed(),
                        List.of());

        assertThat(decide(plan, facts).steps()).noneMatch(step -> step instanceof PlanStep.Hold);
    }

    // Absence

    @Test
    void endsWhatStripeNeverHeardOfOnceNothingCanComeOfIt() {
        Instant over = asked.plan().expiresAt().plus(Duration.ofMinutes(3));
        PlanDecision ended = PlanDecision.of(PlanSettlement.neverPaid());

        assertThat(PlanSettlement.decideAbsence(asked.plan(), PlanSamples.BEGUN))
                .isEqualTo(PlanDecision.of());
        assertThat(PlanSettlement.decideAbsence(asked.plan(), over)).isEqualTo(ended);
        asked.cancelAsked = true;
        assertThat(PlanSettlement.decideAbsence(asked.plan(), PlanSamples.BEGUN)).isEqualTo(ended);
        asked.triedAt = PlanSamples.BEGUN;
        assertThat(PlanSettlement.decideAbsence(asked.plan(), PlanSamples.BEGUN))
                .isEqualTo(PlanDecision.of());
    }

    @Test
    void leavesWhatHasAPageOrIsFurther() {
        Instant over = asked.plan().expiresAt().plus(Duration.ofMinutes(3));
        asked.session = "cs_1";
        assertThat(PlanSettlement.decideAbsence(asked.plan(), over)).isEqualTo(PlanDecision.of());
        asked.session = null;
        asked.status = PlanStatus.OPEN;
        assertThat(PlanSettlement.decideAbsence(asked.plan(), over)).isEqualTo(PlanDecision.of());
    }

    // Its start

    @Test
    void startsWithItsFirstChargeAndTellsOfNoChange() {
        asked.session = "cs_1";
        asked.status = PlanStatus.OPEN;
        invoice.id = "in_1";

        PlanDecision decision = decide(asked, invoice);

        assertThat(decision.complete()).isTrue();
        assertThat(decision.steps().stream().map(PlanStep::getClass).map(Class::getSimpleName))
                .containsExactly("Subscribe", "Price", "Settle", "Start", "Keep", "Seal");
        assertThat(only(decision, PlanStep.Start.class).at())
                .isEqualTo(PlanSamples.movement(3000, "jpy").at());
        PlanState kept = only(decision, PlanStep.Keep.class).state();
        assertThat(kept.status()).isEqualTo(PlanStatus.ACTIVE);
        assertThat(kept.calendar()).isEqualTo(PlanSamples.calendar(PlanSamples.SECOND));
        assertThat(kept.cardExpires()).isEqualTo("2028-02-29");
    }

    @Test
    void isIncompleteWhileItsFirstChargeIsNotPaid() {
        stripe.state = State.INCOMPLETE;

        assertThat(only(decide(asked), PlanStep.Keep.class).state().status())
                .isEqualTo(PlanStatus.INCOMPLETE);
    }

    @Test
    void doesNotStartWithAChargeThatIsHeld() {
        invoice.amount = 2999;

        PlanDecision decision = decide(asked, invoice);

        assertThat(only(decision, PlanStep.Hold.class).reason()).isEqualTo(HoldReason.AMOUNT);
        assertThat(steps(decision, PlanStep.Start.class)).isEmpty();
        assertThat(steps(decision, PlanStep.Keep.class)).isEmpty();
    }

    @Test
    void goesOnAfterAChargeThatIsHeld() {
        invoice.amount = 2999;

        PlanDecision decision = decide(plan, invoice);

        assertThat(steps(decision, PlanStep.HoldPayment.class)).hasSize(1);
        assertThat(steps(decision, PlanStep.Hold.class)).isEmpty();
        assertThat(steps(decision, PlanStep.Keep.class)).isEmpty();
    }

    @Test
    void followsNothingOfAPlanThatIsHeld() {
        asked.status = PlanStatus.HELD;
        asked.heldFor = HoldReason.CURRENCY;
        asked.subscription = "sub_1";
        asked.price = "price_1";
        asked.session = "cs_1";

        PlanDecision decision = decide(asked, invoice);

        assertThat(decision.steps())
                .containsExactly(
                        new PlanStep.HoldPayment(
                                asked.recorded().current(),
                                invoice.billed(),
                                HoldReason.CURRENCY,
                                3000,
                                "jpy"));
    }

    /** Also where page and charge are heard of at once; money of ours is no test's then. */
    @Test
    void holdsTheChargeForWhatThePlanIsHeldFor() {
        PlanFacts facts =
                new PlanFacts(
                        new Page("cs_1", SessionState.COMPLETE, false, 2999, "jpy", null, null),
                        stripe.subscribed(),
                        List.of(invoice.billed()));

        PlanDecision decision = PlanSettlement.decide(asked.recorded(), facts, false);

        assertThat(only(decision, PlanStep.Hold.class).reason()).isEqualTo(HoldReason.AMOUNT);
        assertThat(only(decision, PlanStep.HoldPayment.class).reason())
                .isEqualTo(HoldReason.AMOUNT);
    }

    /** What staff have ended, here or in the dashboard, is looked at no more. */
    @Test
    void endsAPlanThatIsHeldOnceStripeHasEndedIt() {
        asked.status = PlanStatus.HELD;
        asked.heldFor = HoldReason.AMOUNT;
        asked.subscription = "sub_1";
        asked.price = "price_1";
        asked.session = "cs_1";
        stripe.state = PlanFacts.State.CANCELED;

        assertThat(decide(asked).steps()).containsExactly(PlanSettlement.neverPaid());
    }

    // While it runs

    @Test
    void saysNothingWhereNothingIsNew() {
        assertThat(decide(plan)).isEqualTo(PlanDecision.of());
    }

    @Test
    void tellsWhatHasChangedAndKeepsIt() {
        plan.moreTerms.add(
                new Terms(PlanSamples.OTHER_TERMS, "gift:2", 5000, Rhythm.MONTHLY, "price_1"));
        stripe.terms = PlanSamples.OTHER_TERMS;
        stripe.paused = true;
        stripe.resumesAt = PlanSamples.THIRD;
        stripe.endsAt = PlanSamples.SECOND;

        PlanDecision decision = decide(plan);

        assertThat(steps(decision, PlanStep.Tell.class))
                .containsExactly(
                        new PlanStep.Tell(PlanChanged.What.TERMS, null),
                        new PlanStep.Tell(PlanChanged.What.PAUSED, null),
                        new PlanStep.Tell(PlanChanged.What.STOPPING, null));
        PlanState kept = only(decision, PlanStep.Keep.class).state();
        assertThat(kept.terms()).isEqualTo(PlanSamples.OTHER_TERMS);
        assertThat(kept.paused()).isTrue();
        assertThat(kept.pausedUntil()).isEqualTo(PlanSamples.THIRD);
        assertThat(kept.stopsAt()).isEqualTo(PlanSamples.SECOND);
        assertThat(steps(decision, PlanStep.Seal.class)).isEmpty();
    }

    @Test
    void tellsOfAPlanThatIsNotStartedNoChange() {
        plan.started = false;
        plan.status = PlanStatus.INCOMPLETE;
        stripe.state = State.INCOMPLETE;
        stripe.paused = true;

        PlanDecision decision = decide(plan);

        assertThat(steps(decision, PlanStep.Keep.class)).hasSize(1);
        assertThat(steps(decision, PlanStep.Tell.class)).isEmpty();
    }

    @Test
    void learnsThePriceOfTermsOnce() {
        plan.price = null;

        assertThat(decide(plan).steps())
                .containsExactly(new PlanStep.Price(PlanSamples.TERMS, "price_1"));
    }

    @Test
    void triesWhatIsOverdueWithTheNewCard() {
        plan.overdue.put("in_2", RecordedPlan.Overdue.of(Invoice.overdue().billed()));
        plan.status = PlanStatus.PAST_DUE;
        stripe.method = new PlanFacts.Method("pm_2", PlanSamples.CARD);
        stripe.customersMethod = "pm_2";
        Invoice dropped = new Invoice();
        dropped.id = "in_0";
        dropped.state = Bill.DROPPED;

        PlanDecision decision = decide(plan, dropped, Invoice.overdue());

        assertThat(steps(decision, PlanStep.Tell.class))
                .containsExactly(new PlanStep.Tell(PlanChanged.What.CARD, null));
        assertThat(steps(decision, PlanStep.TryAgain.class))
                .containsExactly(new PlanStep.TryAgain("in_2"));
        PlanSecret secret = only(decision, PlanStep.Seal.class).secret();
        assertThat(secret)
                .isEqualTo(
                        new PlanSecret(
                                "visa",
                                "4242",
                                "2028-02",
                                Map.of("in_2", "https://invoice.example/in_2")));
    }

    @Test
    void triesNothingAgainWithTheCardThatFailed() {
        plan.overdue.put("in_2", RecordedPlan.Overdue.of(Invoice.overdue().billed()));
        plan.status = PlanStatus.PAST_DUE;

        assertThat(decide(plan, Invoice.overdue())).isEqualTo(PlanDecision.of());
    }

    @Test
    void sealsNoPageThatStripeDoesNotName() {
        Invoice overdue = Invoice.overdue();
        overdue.page = null;
        stripe.method = null;
        stripe.customersMethod = null;

        PlanDecision decision = decide(plan, overdue);

        assertThat(only(decision, PlanStep.Seal.class).secret())
                .isEqualTo(new PlanSecret(null, null, null, Map.of()));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"PAST_DUE", "UNPAID"})
    void isPastDueAsStripeSays(State state) {
        stripe.state = state;

        assertThat(only(decide(plan), PlanStep.Keep.class).state().status())
                .isEqualTo(PlanStatus.PAST_DUE);
    }

    @Test
    void givesUpWhatStripeLeavesUnpaidButAsksOnce() {
        stripe.state = State.UNPAID;

        assertThat(steps(decide(plan), PlanStep.GiveUp.class)).hasSize(1);

        plan.wishes.add(PlanSamples.wish(Wish.Kind.GIVE_UP));
        assertThat(steps(decide(plan), PlanStep.GiveUp.class)).isEmpty();

        plan.wishes.clear();
        stripe.state = State.PAST_DUE;
        assertThat(steps(decide(plan), PlanStep.GiveUp.class)).isEmpty();
    }

    @Test
    void chargesTheCardThatTheCustomerHasLeft() {
        stripe.customersMethod = "pm_2";

        assertThat(only(decide(plan), PlanStep.Charge.class))
                .isEqualTo(new PlanStep.Charge("pm_2"));
    }

    @Test
    void fulfilsTheWishThatStripeHasCarriedOut() {
        Wish done = PlanSamples.wish(Wish.Kind.STOP);
        plan.wishes.add(PlanSamples.wish(Wish.Kind.CARD));
        plan.wishes.add(done);
        stripe.wish = done.id();
        stripe.endsAt = PlanSamples.SECOND;

        assertThat(steps(decide(plan), PlanStep.Fulfil.class))
                .containsExactly(new PlanStep.Fulfil(done.id()));
    }

    // The days that were promised

    @Test
    void putsTheNextChargeOnTheDayThatWasPromised() {
        Instant early = PlanSamples.SECOND.minus(Duration.ofDays(2));
        stripe.periodEnd = early;

        assertThat(only(decide(plan), PlanStep.Align.class))
                .isEqualTo(new PlanStep.Align(PlanSamples.SECOND));
    }

    @Test
    void movesNoDayWhileSomethingIsCharged() {
        stripe.periodEnd = PlanSamples.SECOND.minus(Duration.ofDays(2));
        invoice.state = Bill.DRAFT;
        invoice.advances = true;
        invoice.intent = null;

        assertThat(steps(decide(plan, invoice), PlanStep.Align.class)).isEmpty();
    }

    @Test
    void movesNoDayBeforeWhatIsWishedIsDone() {
        stripe.periodEnd = PlanSamples.SECOND.minus(Duration.ofDays(2));
        Wish wish = PlanSamples.wish(Wish.Kind.CARD);
        plan.wishes.add(wish);

        assertThat(steps(decide(plan), PlanStep.Align.class)).isEmpty();

        stripe.wish = wish.id();
        assertThat(steps(decide(plan), PlanStep.Align.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "stopping", "past due"})
    void movesNoDayOfAPlanThatIsNotChargedThen(String why) {
        stripe.periodEnd = PlanSamples.SECOND.minus(Duration.ofDays(2));
        stripe.paused = why.equals("paused");
        stripe.endsAt = why.equals("stopping") ? PlanSamples.SECOND : null;
        stripe.state = why.equals("past due") ? State.PAST_DUE : State.ACTIVE;

        assertThat(steps(decide(plan), PlanStep.Align.class)).isEmpty();
    }

    // Its end

    @ParameterizedTest
    @CsvSource({
        "true, false, false, UNPAID",
        "false, true, false, STOPPED",
        "false, false, true, STOPPED",
        "false, false, false, ELSEWHERE",
    })
    void endsForAReason(
            boolean unpaid, boolean byWish, boolean stopAsked, PlanEnded.Reason reason) {
        stripe.state = State.CANCELED;
        stripe.unpaid = unpaid;
        stripe.endsAt = byWish ? PlanSamples.SECOND : null;
        plan.stopAsked = stopAsked;

        assertThat(decide(plan))
                .isEqualTo(PlanDecision.of(new PlanStep.End(PlanStatus.ENDED, reason)));
    }

    @Test
    void endsUnpaidWhereWeGaveUp() {
        stripe.state = State.CANCELED;
        stripe.endsAt = PlanSamples.SECOND;
        Wish gaveUp = PlanSamples.wish(Wish.Kind.GIVE_UP);
        plan.wishes.add(gaveUp);

        assertThat(decide(plan).steps())
                .containsExactly(
                        new PlanStep.Fulfil(gaveUp.id()),
                        new PlanStep.End(PlanStatus.ENDED, PlanEnded.Reason.UNPAID));
    }

    @Test
    void refusesAtItsEndWhatItCannotDoAnyMore() {
        stripe.state = State.CANCELED;
        Wish stop = PlanSamples.wish(Wish.Kind.STOP_NOW);
        Wish pause = PlanSamples.wish(Wish.Kind.PAUSE);
        Wish retry = PlanSamples.wish(Wish.Kind.RETRY);
        plan.wishes.addAll(List.of(stop, pause, retry));

        assertThat(decide(plan).steps())
                .containsExactly(
                        new PlanStep.Fulfil(stop.id()),
                        new PlanStep.Refuse(pause),
                        new PlanStep.Fulfil(retry.id()),
                        new PlanStep.End(PlanStatus.ENDED, PlanEnded.Reason.ELSEWHERE));
    }

    @Test
    void endsAsNeverPaidWithoutAFirstCharge() {
        asked.subscription = "sub_1";
        asked.price = "price_1";
        stripe.state = State.INCOMPLETE_EXPIRED;

        assertThat(decide(asked)).isEqualTo(PlanDecision.of(PlanSettlement.neverPaid()));
    }

    @Test
    void endsOnlyOnceItsLastChargeIsKnown() {
        stripe.state = State.CANCELED;
        invoice.intent = PlanSamples.intent(null);

        assertThat(decide(plan, invoice)).isEqualTo(new PlanDecision(List.of(), false));
    }

    @Test
    void fulfilsAStopThatCameToAPlanThatIsOver() {
        plan.status = PlanStatus.ENDED;
        Wish stop = PlanSamples.wish(Wish.Kind.STOP);
        plan.wishes.addAll(List.of(stop, PlanSamples.wish(Wish.Kind.PAUSE)));

        assertThat(decide(plan).steps()).isEmpty();

        stripe.state = State.CANCELED;
        assertThat(decide(plan).steps()).containsExactly(new PlanStep.Fulfil(stop.id()));
    }

    // Its invoices

    @Test
    void settlesAPaidInvoiceOnce() {
        PlanDecision decision = decide(plan, invoice);
        Facts.Movement movement = PlanSamples.movement(3000, "jpy");

        assertThat(decision.steps())
                .containsExactly(
                        new PlanStep.Settle(
                                plan.recorded().current(),
                                invoice.billed(),
                                "pi_1",
                                new Facts.Charge("ch_1", "card", movement),
                                movement));

        plan.invoices.add("in_2");
        assertThat(decide(plan, invoice)).isEqualTo(PlanDecision.of());
    }

    @Test
    void settlesAlsoTheLastChargeOfAPlanThatIsOverWithoutStartingIt() {
        asked.status = PlanStatus.EXPIRED;
        stripe.state = State.CANCELED;

        PlanDecision decision = decide(asked, invoice);

        assertThat(steps(decision, PlanStep.Settle.class)).hasSize(1);
        assertThat(steps(decision, PlanStep.Start.class)).isEmpty();
    }

    @Test
    void waitsUntilStripeHasEnteredTheCharge() {
        invoice.intent = PlanSamples.intent(null);
        assertThat(decide(plan, invoice)).isEqualTo(new PlanDecision(List.of(), false));

        invoice.intent = new Facts.Intent("pi_1", false, 3000, "jpy", null, null);
        assertThat(decide(plan, invoice)).isEqualTo(new PlanDecision(List.of(), false));
    }

    @Test
    void takesAnInvoiceOfNothingForNothing() {
        invoice.amount = 0;

        assertThat(decide(plan, invoice)).isEqualTo(PlanDecision.of());
    }

    @ParameterizedTest
    @CsvSource({
        "true, 3000, jpy, 3000, jpy, 3000, jpy, MODE, 3000, jpy",
        "false, 3001, jpy, 3000, jpy, 3000, jpy, AMOUNT, 3001, jpy",
        "false, 3000, usd, 3000, jpy, 3000, jpy, CURRENCY, 3000, usd",
        "false, 3000, jpy, 2000, jpy, 3000, jpy, AMOUNT, 2000, jpy",
        "false, 3000, jpy, 3000, eur, 3000, jpy, CURRENCY, 3000, eur",
        "false, 3000, jpy, 3000, jpy, 2000, jpy, AMOUNT, 2000, jpy",
        "false, 3000, jpy, 3000, jpy, 3000, usd, CURRENCY, 3000, usd",
    })
    void holdsAPaymentOfWhichOnePlaceTellsAnotherSum(
            boolean live,
            long billed,
            String billedIn,
            long received,
            String receivedIn,
            long moved,
            String movedIn,
            HoldReason reason,
            long actual,
            String currency) {
        invoice.live = live;
        invoice.amount = billed;
        invoice.currency = billedIn;
        Facts.Charge charge =
                new Facts.Charge("ch_1", "card", PlanSamples.movement(moved, movedIn));
        invoice.intent = new Facts.Intent("pi_1", false, received, receivedIn, null, charge);

        assertThat(only(decide(plan, invoice), PlanStep.HoldPayment.class))
                .isEqualTo(
                        new PlanStep.HoldPayment(
                                plan.recorded().current(),
                                invoice.billed(),
                                reason,
                                actual,
                                currency));
    }

    @Test
    void tellsOfEachTryThatFailsOnce() {
        Invoice overdue = Invoice.overdue();

        PlanDecision first = decide(plan, overdue);

        assertThat(only(first, PlanStep.Fail.class))
                .isEqualTo(new PlanStep.Fail(overdue.billed(), true));
        assertThat(only(first, PlanStep.Keep.class).state().status())
                .isEqualTo(PlanStatus.PAST_DUE);
        assertThat(only(first, PlanStep.Seal.class).secret().pages()).containsOnlyKeys("in_2");

        plan.overdue.put("in_2", RecordedPlan.Overdue.of(overdue.billed()));
        overdue.needsAction = true;
        assertThat(only(decide(plan, overdue), PlanStep.Fail.class).isNews()).isFalse();

        overdue.attempts = 2;
        assertThat(only(decide(plan, overdue), PlanStep.Fail.class).isNews()).isTrue();
    }

    @Test
    void tellsOfNoFailureBeforeItStartsNorAfterItsEnd() {
        asked.price = "price_1";
        stripe.state = State.INCOMPLETE;
        assertThat(steps(decide(asked, Invoice.overdue()), PlanStep.Fail.class)).isEmpty();

        plan.status = PlanStatus.ENDED;
        stripe.state = State.CANCELED;
        assertThat(steps(decide(plan, Invoice.overdue()), PlanStep.Fail.class)).isEmpty();
    }

    @Test
    void takesAnInvoiceThatIsNotTriedYetForNoFailure() {
        Invoice open = Invoice.overdue();
        open.attempts = 0;

        assertThat(decide(plan, open)).isEqualTo(PlanDecision.of());
    }

    @Test
    void tellsThatWhatWasOverdueIsPaid() {
        plan.overdue.put("in_2", RecordedPlan.Overdue.of(Invoice.overdue().billed()));
        plan.invoices.add("in_2");

        PlanDecision decision = decide(plan, invoice);

        assertThat(only(decision, PlanStep.Recover.class)).isEqualTo(new PlanStep.Recover("in_2"));
        assertThat(only(decision, PlanStep.Seal.class).secret().pages()).isEmpty();
    }

    @Test
    void tellsOfWhatWasOverdueAndIsDroppedButOfNothingElseThatIs() {
        invoice.state = Bill.DROPPED;
        assertThat(decide(plan, invoice)).isEqualTo(PlanDecision.of());

        plan.overdue.put("in_2", RecordedPlan.Overdue.of(Invoice.overdue().billed()));
        PlanDecision decision = decide(plan, invoice);

        assertThat(only(decision, PlanStep.Drop.class)).isEqualTo(new PlanStep.Drop("in_2"));
        assertThat(steps(decision, PlanStep.Seal.class)).hasSize(1);
    }

    // A second subscription

    @Test
    void holdsWhatASecondSubscriptionTakesAndChangesNothingElse() {
        Invoice draft = new Invoice();
        draft.state = Bill.DRAFT;
        Invoice nothing = new Invoice();
        nothing.amount = 0;
        plan.invoices.add("in_9");
        Invoice known = new Invoice();
        known.id = "in_9";

        PlanDecision decision =
                PlanSettlement.decideOther(
                        plan.recorded(), facts(draft, nothing, known, invoice), false);

        assertThat(decision)
                .isEqualTo(
                        PlanDecision.of(
                                new PlanStep.HoldPayment(
                                        plan.recorded().current(),
                                        invoice.billed(),
                                        HoldReason.SECOND_SESSION,
                                        3000,
                                        "jpy")));
    }

    @Test
    void knowsOfWhichSubscriptionStripeTells() {
        assertThat(facts().isOfAnotherThan(plan.plan())).isFalse();
        plan.subscription = "sub_2";
        assertThat(facts().isOfAnotherThan(plan.plan())).isTrue();
        assertThat(facts().isOfAnotherThan(asked.plan())).isFalse();
        assertThat(new PlanFacts(null, null, List.of()).isOfAnotherThan(plan.plan())).isFalse();
    }

    @Test
    void findsTheTermsOfAnInvoiceByItsPriceThenByItsMetadata() {
        plan.price = "price_0";
        plan.moreTerms.add(
                new Terms(PlanSamples.OTHER_TERMS, "gift:2", 5000, Rhythm.MONTHLY, "price_1"));
        assertThat(plan.recorded().of(invoice.billed()).id()).isEqualTo(PlanSamples.OTHER_TERMS);

        plan.price = "price_1";
        assertThat(plan.recorded().of(invoice.billed()).id()).isEqualTo(PlanSamples.TERMS);
        assertThat(plan.recorded().named(UUID.randomUUID())).isEmpty();
    }

    @Test
    void waitsForTheFeeOfWhatASecondSubscriptionTookUnlessItTookNone() {
        invoice.intent = PlanSamples.intent(null);
        assertThat(PlanSettlement.decideOther(plan.recorded(), facts(invoice), false))
                .isEqualTo(new PlanDecision(List.of(), false));

        invoice.intent = new Facts.Intent("pi_1", false, 3000, "jpy", null, null);
        assertThat(PlanSettlement.decideOther(plan.recorded(), facts(invoice), false))
                .isEqualTo(new PlanDecision(List.of(), false));

        invoice.intent = null;
        PlanDecision decision = PlanSettlement.decideOther(plan.recorded(), facts(invoice), false);
        assertThat(decision.complete()).isTrue();
        assertThat(only(decision, PlanStep.HoldPayment.class).reason())
                .isEqualTo(HoldReason.SECOND_SESSION);
    }

    @Test
    void saysWithADayThatMovesWhenTheDraftsSuccessorIsTaken() {
        invoice.state = PlanFacts.Bill.DRAFT;
        invoice.intent = null;
        invoice.advances = true;
        stripe.anchor = Instant.parse("2026-04-20T03:00:00Z");

        assertThat(steps(decide(plan, invoice), PlanStep.Tell.class))
                .containsExactly(
                        new PlanStep.Tell(PlanChanged.What.DAY, Cycle.taken(PlanSamples.THIRD)));
        assertThat(steps(decide(plan), PlanStep.Tell.class))
                .containsExactly(new PlanStep.Tell(PlanChanged.What.DAY, null));
    }

    @Test
    void saysOfNothingElseThatItMovesACharge() {
        invoice.state = PlanFacts.Bill.DRAFT;
        invoice.intent = null;
        invoice.advances = true;
        plan.moreTerms.add(
                new Terms(PlanSamples.OTHER_TERMS, "gift:2", 5000, Rhythm.MONTHLY, "price_2"));
        stripe.terms = PlanSamples.OTHER_TERMS;

        assertThat(steps(decide(plan, invoice), PlanStep.Tell.class))
                .containsExactly(new PlanStep.Tell(PlanChanged.What.TERMS, null));
    }
}
