package org.lfnkr.zabuton.payments.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Facts.Charge;
import org.lfnkr.zabuton.payments.Facts.Disputed;
import org.lfnkr.zabuton.payments.Facts.Intent;
import org.lfnkr.zabuton.payments.Facts.Movement;
import org.lfnkr.zabuton.payments.Facts.Refunded;
import org.lfnkr.zabuton.payments.Facts.Session;
import org.lfnkr.zabuton.payments.Facts.SessionState;
import org.lfnkr.zabuton.payments.Facts.Voucher;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.HostedPage;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.settlement.Recorded.RecordedRefund;
import org.lfnkr.zabuton.vault.SubjectId;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class SettlementTests {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final PaymentId ID = PaymentId.random();
    private static final Voucher VOUCHER = new Voucher(URI.create("https://pay.example/v"), NOW);
    private static final Movement PAID = new Movement("txn_1", 1500, 54, "jpy", NOW);
    private static final Charge CHARGE = new Charge("ch_1", "card", PAID);

    private static Payment payment(PaymentStatus status, boolean cancelAsked) {
        boolean asked = status != PaymentStatus.REQUESTED;
        return new Payment(
                ID,
                "order",
                new SubjectId(UUID.randomUUID()),
                status,
                1500,
                1,
                NOW,
                NOW.plus(HostedPage.LIFE),
                asked ? NOW : null,
                cancelAsked,
                asked ? "cs_1" : null,
                asked ? "pi_1" : null,
                null);
    }

    private static Recorded recorded(PaymentStatus status) {
        return recorded(payment(status, false));
    }

    private static Recorded recorded(Payment payment) {
        Set<String> movements =
                payment.status() == PaymentStatus.SETTLED ? Set.of(PAID.id()) : Set.of();
        return new Recorded(payment, List.of(), Map.of(), movements);
    }

    private static Session session(SessionState state, boolean paid) {
        return new Session("cs_1", ID, false, state, paid, 1500, "jpy", null);
    }

    private static Intent intent(@Nullable Voucher voucher, @Nullable Charge charge) {
        return new Intent("pi_1", false, charge == null ? 0 : 1500, "jpy", voucher, charge);
    }

    private static Facts facts(Session session, @Nullable Intent intent) {
        return new Facts(session, intent, Facts.Later.NOTHING);
    }

    private static Facts open() {
        return facts(session(SessionState.OPEN, false), null);
    }

    private static Facts awaiting() {
        return facts(session(SessionState.COMPLETE, false), intent(VOUCHER, null));
    }

    private static Facts dead() {
        return facts(
                session(SessionState.COMPLETE, false),
                new Intent("pi_1", true, 0, "jpy", null, null));
    }

    private static Facts expired() {
        return facts(session(SessionState.EXPIRED, false), null);
    }

    private static Facts paid() {
        return facts(session(SessionState.COMPLETE, true), intent(null, CHARGE));
    }

    private static List<Step> steps(Recorded recorded, Facts facts) {
        return Settlement.decide(recorded, facts, false).steps();
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, 'Adopt Open'",
        "OPEN, ''",
        "AWAITING, ''",
        "SETTLED, ''",
        "EXPIRED, ''",
        "FAILED, ''",
        "CANCELLED, ''",
        "HELD, ''"
    })
    void anOpenPageMovesNothingBack(PaymentStatus from, String to) {
        assertThat(names(recorded(from), open())).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, 'Adopt Await'",
        "OPEN, 'Await'",
        "AWAITING, ''",
        "SETTLED, ''",
        "EXPIRED, ''",
        "FAILED, ''",
        "CANCELLED, ''",
        "HELD, ''"
    })
    void aKonbiniCodeIsAwaitedOnce(PaymentStatus from, String to) {
        assertThat(names(recorded(from), awaiting())).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, 'Adopt Settle'",
        "OPEN, 'Settle'",
        "AWAITING, 'Settle'",
        "SETTLED, ''",
        "EXPIRED, 'Settle'",
        "FAILED, 'Settle'",
        "CANCELLED, 'Settle'",
        "HELD, 'MoveHeld'"
    })
    void moneySettlesOnceAndAlsoLate(PaymentStatus from, String to) {
        assertThat(names(recorded(from), paid())).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, 'Adopt End'",
        "OPEN, 'End'",
        "AWAITING, 'End'",
        "SETTLED, ''",
        "EXPIRED, ''",
        "FAILED, ''",
        "CANCELLED, ''",
        "HELD, ''"
    })
    void anUnpaidEndEndsOnce(PaymentStatus from, String to) {
        assertThat(names(recorded(from), dead())).isEqualTo(to);
        assertThat(names(recorded(from), expired())).isEqualTo(to);
    }

    private static String names(Recorded recorded, Facts facts) {
        return String.join(
                " ",
                steps(recorded, facts).stream()
                        .map(step -> step.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void anExpiredPageOfACancelledPaymentIsCancelled() {
        Recorded cancelled = recorded(payment(PaymentStatus.OPEN, true));

        assertThat(steps(cancelled, expired()))
                .containsExactly(new Step.End(PaymentStatus.CANCELLED));
        assertThat(steps(recorded(PaymentStatus.OPEN), expired()))
                .containsExactly(new Step.End(PaymentStatus.EXPIRED));
    }

    @Test
    void aLapsedKonbiniCodeFails() {
        assertThat(steps(recorded(PaymentStatus.AWAITING), dead()))
                .containsExactly(new Step.End(PaymentStatus.FAILED));
    }

    @Test
    void waitsForTheFee() {
        Facts feeless =
                facts(
                        session(SessionState.COMPLETE, true),
                        intent(null, new Charge("ch_1", "card", null)));

        Decision decision = Settlement.decide(recorded(PaymentStatus.OPEN), feeless, false);

        assertThat(decision.steps()).isEmpty();
        assertThat(decision.complete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "150000, jpy, false, AMOUNT",
        "15, jpy, false, AMOUNT",
        "1500, usd, false, CURRENCY",
        "1500, jpy, true, MODE"
    })
    void holdsWhatIsNotWhatWasAskedFor(
            long amount, String currency, boolean live, HoldReason reason) {
        Session other =
                new Session("cs_1", ID, live, SessionState.COMPLETE, true, amount, currency, null);

        Step.Hold hold = new Step.Hold(reason, amount, currency);
        Step.MoveHeld money = new Step.MoveHeld("ch_1", PAID);

        assertThat(steps(recorded(PaymentStatus.OPEN), facts(other, intent(null, CHARGE))))
                .isEqualTo(reason == HoldReason.MODE ? List.of(hold) : List.of(hold, money));
    }

    @Test
    void holdsWhenThePageSaysOneSumAndTheMoneyAnother() {
        Intent short1 = new Intent("pi_1", false, 1499, "jpy", null, CHARGE);
        Charge other = new Charge("ch_1", "card", new Movement("txn_1", 1400, 50, "jpy", NOW));

        assertThat(names(recorded(PaymentStatus.OPEN), facts(complete(), short1)))
                .isEqualTo("Hold MoveHeld");
        assertThat(names(recorded(PaymentStatus.OPEN), facts(complete(), intent(null, other))))
                .isEqualTo("Hold MoveHeld");
    }

    private static Session complete() {
        return session(SessionState.COMPLETE, true);
    }

    @Test
    void holdsWhenAnotherPageIsCompletedAndReportsItAfterTheEnd() {
        Session second =
                new Session("cs_2", ID, false, SessionState.COMPLETE, true, 1500, "jpy", null);

        assertThat(names(recorded(PaymentStatus.OPEN), facts(second, intent(null, CHARGE))))
                .isEqualTo("Hold MoveHeld");
        Charge more = new Charge("ch_2", "card", new Movement("txn_2", 1500, 54, "jpy", NOW));
        Recorded settled = recorded(PaymentStatus.SETTLED);
        assertThat(names(settled, facts(second, intent(null, more)))).isEqualTo("Report MoveHeld");

        Recorded reported =
                new Recorded(settled.payment(), List.of(), Map.of(), Set.of("txn_1", "txn_2"));
        assertThat(steps(reported, facts(second, intent(null, more)))).isEmpty();
    }

    @Test
    void waitsForTheFeeOfWhatIsHeld() {
        Facts feeless = facts(complete(), intent(null, new Charge("ch_1", "card", null)));

        Decision decision = Settlement.decide(recorded(PaymentStatus.HELD), feeless, false);

        assertThat(decision.steps()).isEmpty();
        assertThat(decision.complete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"usd, false", "jpy, true"})
    void holdsNothingInTheBooksOfWhatIsNotOurYen(String currency, boolean live) {
        Charge other = new Charge("ch_1", "card", new Movement("txn_1", 1500, 54, currency, NOW));
        Session page =
                new Session("cs_1", ID, live, SessionState.COMPLETE, true, 1500, "jpy", null);

        assertThat(steps(recorded(PaymentStatus.HELD), facts(page, intent(null, other)))).isEmpty();
    }

    @Test
    void followsWhatIsHeldUntilItHasGoneBack() {
        Recorded held =
                new Recorded(
                        payment(PaymentStatus.HELD, false), List.of(), Map.of(), Set.of(PAID.id()));
        Facts refunded = with(refund(RefundStatus.FAILED, OUT, BACK));

        assertThat(steps(held, refunded))
                .containsExactly(new Step.MoveHeld("re_1", OUT), new Step.MoveHeld("re_1", BACK));
        assertThat(Settlement.decideLater(held, refunded.later()).steps()).hasSize(2);
        assertThat(Settlement.decideLater(recorded(PaymentStatus.HELD), refunded.later()).steps())
                .isEmpty();
    }

    @Test
    void ignoresAnotherPageThatIsNotCompleted() {
        Session second =
                new Session("cs_2", ID, false, SessionState.EXPIRED, false, 1500, "jpy", null);

        assertThat(steps(recorded(PaymentStatus.OPEN), facts(second, null))).isEmpty();
    }

    private static final Movement OUT = new Movement("txn_out", -500, 0, "jpy", NOW);
    private static final Movement BACK = new Movement("txn_back", 500, 0, "jpy", NOW);
    private static final RefundId OURS = RefundId.random();

    private static Facts with(Refunded... refunds) {
        return new Facts(
                complete(), intent(null, CHARGE), new Facts.Later(List.of(refunds), List.of()));
    }

    private static Refunded refund(
            RefundStatus status, @Nullable Movement out, @Nullable Movement back) {
        return new Refunded("re_1", OURS, 500, status, NOW, out, back);
    }

    private static Recorded refunding(RefundStatus status, String... movements) {
        String stripeId = status == RefundStatus.REQUESTED ? null : "re_1";
        return new Recorded(
                payment(PaymentStatus.SETTLED, false),
                List.of(new RecordedRefund(OURS, stripeId, 500, status, null)),
                Map.of(),
                Set.of(movements));
    }

    @Test
    void recordsARefundFromTheDashboardOnceUnderOneId() {
        Refunded elsewhere =
                new Refunded("re_9", null, 500, RefundStatus.SUCCEEDED, NOW, OUT, null);

        List<Step> first = steps(recorded(PaymentStatus.SETTLED), with(elsewhere));
        List<Step> again = steps(recorded(PaymentStatus.SETTLED), with(elsewhere));

        assertThat(first).hasSize(3).isEqualTo(again);
        assertThat(first.getFirst()).isInstanceOf(Step.AddRefund.class);
        assertThat(first.getLast()).isInstanceOf(Step.TellRefund.class);
    }

    @Test
    void linksOurRefundToStripesAndTellsThatItLeft() {
        Refunded refund = refund(RefundStatus.SUCCEEDED, OUT, null);

        assertThat(steps(refunding(RefundStatus.REQUESTED), with(refund)))
                .containsExactly(
                        new Step.UpdateRefund(OURS, refund),
                        new Step.MoveRefund(OURS, "re_1", OUT),
                        new Step.TellRefund(OURS, refund, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"PENDING", "SUCCEEDED"})
    void aFailedRefundNeverSucceedsAgain(RefundStatus stale) {
        Recorded failed = refunding(RefundStatus.FAILED, "txn_out", "txn_back");

        assertThat(steps(failed, with(refund(stale, OUT, null)))).isEmpty();
    }

    @Test
    void aSucceededRefundMayStillFail() {
        Recorded succeeded = refunding(RefundStatus.SUCCEEDED, "txn_out");

        Refunded failed = refund(RefundStatus.FAILED, OUT, BACK);

        assertThat(steps(succeeded, with(failed)))
                .containsExactly(
                        new Step.UpdateRefund(OURS, failed),
                        new Step.MoveRefund(OURS, "re_1", BACK),
                        new Step.TellRefund(OURS, failed, RefundStatus.SUCCEEDED));
    }

    @Test
    void aRefundSeenOnlyAfterItFailedIsToldBothWays() {
        assertThat(
                        names(
                                refunding(RefundStatus.REQUESTED),
                                with(refund(RefundStatus.FAILED, OUT, BACK))))
                .isEqualTo("UpdateRefund MoveRefund MoveRefund TellRefund");
    }

    @Test
    void waitsForMoneyThatMustComeBack() {
        Refunded failed = refund(RefundStatus.FAILED, OUT, null);
        Decision decision =
                Settlement.decide(
                        refunding(RefundStatus.SUCCEEDED, "txn_out"), with(failed), false);

        assertThat(decision.complete()).isFalse();
        assertThat(decision.steps())
                .containsExactly(
                        new Step.UpdateRefund(OURS, failed),
                        new Step.TellRefund(OURS, failed, RefundStatus.SUCCEEDED));
    }

    @Test
    void booksARefundThatWaitsForAnAccountAndTellsThatItWaits() {
        assertThat(
                        names(
                                refunding(RefundStatus.REQUESTED),
                                with(refund(RefundStatus.NEEDS_ACCOUNT, OUT, null))))
                .isEqualTo("UpdateRefund MoveRefund TellRefund");
    }

    @Test
    void aRefundOnItsWayMayNeedAnAccountAgain() {
        Refunded back = refund(RefundStatus.NEEDS_ACCOUNT, OUT, null);

        assertThat(steps(refunding(RefundStatus.PENDING, "txn_out"), with(back)))
                .containsExactly(
                        new Step.UpdateRefund(OURS, back),
                        new Step.TellRefund(OURS, back, RefundStatus.PENDING));
    }

    @Test
    void anAccountThatIsAskedForAgainBeforeWeHeardOfTheFirstTryIsNews() {
        Refunded again =
                new Refunded("re_1", OURS, 500, RefundStatus.NEEDS_ACCOUNT, NOW, OUT, null, NOW);

        assertThat(names(refunding(RefundStatus.NEEDS_ACCOUNT, "txn_out"), with(again)))
                .isEqualTo("UpdateRefund TellRefund");
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"NEEDS_ACCOUNT", "PENDING"})
    void whatHasArrivedDoesNotWaitAgain(RefundStatus overtaken) {
        assertThat(
                        steps(
                                refunding(RefundStatus.SUCCEEDED, "txn_out"),
                                with(refund(overtaken, OUT, null))))
                .isEmpty();
    }

    @Test
    void whatHasArrivedIsToldOnceItsLineIsKnown() {
        Decision decision =
                Settlement.decide(
                        refunding(RefundStatus.PENDING),
                        with(refund(RefundStatus.SUCCEEDED, null, null)),
                        false);

        assertThat(decision).isEqualTo(new Decision(List.of(), false));
    }

    @Test
    void aRefundThatNeverLeftFailsOnceWithoutMovement() {
        Facts failed = with(refund(RefundStatus.FAILED, null, null));

        assertThat(names(refunding(RefundStatus.PENDING), failed))
                .isEqualTo("UpdateRefund TellRefund");
        assertThat(names(refunding(RefundStatus.FAILED), failed)).isEmpty();
    }

    private static Facts with(DisputeState state, Movement... movements) {
        Disputed dispute = new Disputed("dp_1", 1500, state, NOW, List.of(movements));
        return new Facts(
                complete(), intent(null, CHARGE), new Facts.Later(List.of(), List.of(dispute)));
    }

    private static Recorded disputed(DisputeState state, String... movements) {
        return new Recorded(
                payment(PaymentStatus.SETTLED, false),
                List.of(),
                Map.of("dp_1", state),
                Set.of(movements));
    }

    @Test
    void booksADisputeByItsMovements() {
        Movement taken = new Movement("txn_d1", -1500, 1300, "jpy", NOW);
        Movement given = new Movement("txn_d2", 1500, -1300, "jpy", NOW);

        assertThat(names(recorded(PaymentStatus.SETTLED), with(DisputeState.OPEN, taken)))
                .isEqualTo("OpenDispute MoveDispute");
        assertThat(names(disputed(DisputeState.OPEN, "txn_d1"), with(DisputeState.OPEN, taken)))
                .isEmpty();
        assertThat(
                        names(
                                disputed(DisputeState.OPEN, "txn_d1"),
                                with(DisputeState.WON, taken, given)))
                .isEqualTo("MoveDispute CloseDispute");
        assertThat(names(recorded(PaymentStatus.SETTLED), with(DisputeState.WON, taken, given)))
                .isEqualTo("OpenDispute MoveDispute MoveDispute CloseDispute");
    }

    @Test
    void aClosedDisputeStaysClosed() {
        Recorded closed = disputed(DisputeState.LOST, "txn_d1");
        Movement taken = new Movement("txn_d1", -1500, 1300, "jpy", NOW);

        assertThat(steps(closed, with(DisputeState.OPEN, taken))).isEmpty();
        assertThat(steps(closed, with(DisputeState.LOST, taken))).isEmpty();
    }

    @Test
    void theLastEventAloneTellsEverything() {
        Movement taken = new Movement("txn_d1", -1500, 1300, "jpy", NOW);
        Facts all =
                new Facts(
                        complete(),
                        intent(null, CHARGE),
                        new Facts.Later(
                                List.of(
                                        new Refunded(
                                                "re_9",
                                                null,
                                                500,
                                                RefundStatus.SUCCEEDED,
                                                NOW,
                                                OUT,
                                                null)),
                                List.of(
                                        new Disputed(
                                                "dp_1",
                                                1500,
                                                DisputeState.OPEN,
                                                NOW,
                                                List.of(taken)))));

        assertThat(names(recorded(PaymentStatus.REQUESTED), all))
                .isEqualTo("Adopt Settle AddRefund MoveRefund TellRefund OpenDispute MoveDispute");
    }

    @Test
    void absenceEndsOnlyWhatCanNoLongerCome() {
        Recorded fresh = recorded(PaymentStatus.REQUESTED);
        Recorded cancelled = recorded(payment(PaymentStatus.REQUESTED, true));
        Instant later = NOW.plus(HostedPage.LIFE).plus(Duration.ofMinutes(3));

        assertThat(Settlement.decideAbsence(fresh, NOW).steps()).isEmpty();
        assertThat(Settlement.decideAbsence(fresh, later).steps())
                .containsExactly(new Step.End(PaymentStatus.EXPIRED));
        assertThat(Settlement.decideAbsence(cancelled, NOW).steps())
                .containsExactly(new Step.End(PaymentStatus.CANCELLED));
        assertThat(Settlement.decideAbsence(recorded(PaymentStatus.OPEN), later).steps()).isEmpty();
    }

    @Test
    void isCompleteWhereEveryLineOfARefundIsKnown() {
        Facts left = with(refund(RefundStatus.SUCCEEDED, OUT, null));

        assertThat(Settlement.decide(refunding(RefundStatus.REQUESTED), left, false).complete())
                .isTrue();
    }

    @Test
    void tellsRefundsOfOnePaymentApart() {
        RefundId other = RefundId.random();
        Refunded refund = refund(RefundStatus.SUCCEEDED, OUT, null);

        assertThat(steps(refunding(other, "re_2", "re_1"), with(refund)))
                .contains(new Step.UpdateRefund(OURS, refund));
        assertThat(steps(refunding(other, null, null), with(refund)))
                .contains(new Step.UpdateRefund(OURS, refund));
    }

    private static Recorded refunding(
            RefundId other, @Nullable String first, @Nullable String second) {
        return new Recorded(
                payment(PaymentStatus.SETTLED, false),
                List.of(requested(other, first), requested(OURS, second)),
                Map.of(),
                Set.of(PAID.id()));
    }

    private static RecordedRefund requested(RefundId id, @Nullable String stripe) {
        RefundStatus status = stripe == null ? RefundStatus.REQUESTED : RefundStatus.PENDING;
        return new RecordedRefund(id, stripe, 500, status, null);
    }
}
