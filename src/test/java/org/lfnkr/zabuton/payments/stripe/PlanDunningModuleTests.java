package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Card;
import org.lfnkr.zabuton.payments.plans.OverdueCharge;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.simulator.AfterRetries;
import org.lfnkr.zabuton.simulator.Outcome.Status;
import org.lfnkr.zabuton.simulator.RecordedRequest;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

class PlanDunningModuleTests extends PlanModuleTest {

    @Autowired TransactionalOperator transaction;

    /** A plan whose renewal was declined just now. */
    private PlanId declined() {
        PlanId id = started();
        leaveCard(id, FAILS_LATER);
        advancePastCharge(id);
        return id;
    }

    private OverdueCharge overdue(PlanId id) {
        OverdueCharge overdue = view(id).overdue();
        if (overdue == null) {
            throw new AssertionError("Nothing is overdue");
        }
        return overdue;
    }

    @Test
    void aDeclinedRenewalIsOverdueWithItsPageAndItsNextTry() {
        PlanId id = declined();

        assertThat(status(id)).isEqualTo(PlanStatus.PAST_DUE);
        assertThat(overdue(id).amount()).isEqualTo(GIFT);
        assertThat(overdue(id).attempts()).isEqualTo(1);
        assertThat(overdue(id).needsAction()).isFalse();
        assertThat(overdue(id).nextAttemptAt()).isAfter(now());
        assertThat(overdue(id).actionUrl()).asString().startsWith(stripe.baseUrl().toString());
        assertThat(told()).containsExactly("PlanStarted", "PlanChanged CARD", "PlanChargeFailed 1");
    }

    @Test
    void neitherCardNorPageNorAddressCanBeReadInTheDatabase() {
        PlanId id = declined();

        List<String> rows =
                Stream.of("plan", "overdue", "payment", "wish", "plan_terms", "inbox")
                        .flatMap(table -> rows(table).stream())
                        .toList();

        assertThat(rows).isNotEmpty();
        assertThat(rows.toString())
                .doesNotContain("\"0341\"", "visa", "giver@example.org", "/i/in_");
        assertThat(rows("plan").toString()).contains(id.toString());
    }

    private List<String> rows(String table) {
        return strings("select cast(to_jsonb(t) as text) from payments." + table + " t");
    }

    @Test
    void aRenewalDeclinedAndThenRecoveredIsOnePaymentForItsPeriod() {
        PlanId id = declined();
        leaveCard(id, CARD);
        hear();

        advance(Duration.ofDays(2));

        assertThat(settled(firstTerms)).containsExactly("3000", "3000");
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(view(id).overdue()).isNull();
        assertThat(told())
                .containsExactly(
                        "PlanStarted",
                        "PlanChanged CARD",
                        "PlanChargeFailed 1",
                        "PlanChanged CARD",
                        "PlanChargeRecovered");
    }

    @Test
    void aNewCardIsTriedAtOnceForWhatIsOverdue() {
        PlanId id = declined();
        String invoice = overdue(id).invoice();
        leaveCard(id, CARD);
        hear();

        sendWishes();

        assertThat(settled(firstTerms)).containsExactly("3000", "3000");
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(view(id).overdue()).isNull();
        assertThat(told()).endsWith("PlanChanged CARD", "PlanChargeRecovered");
        assertThat(tries(invoice)).hasSize(1);
        advance(Duration.ofDays(16));
        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(told()).containsOnlyOnce("PlanChargeRecovered");
    }

    @Test
    void aTryWhoseAnswerIsLostIsNotASecondCharge() {
        int earlier = stripe.events().size();
        PlanId id = declined();
        String invoice = overdue(id).invoice();
        leaveCard(id, CARD);
        hear();
        stripe.faults().onlyOn("POST /v1/invoices/" + invoice).timeOutAfterEffect(1);

        sendWishes();
        stripe.faults().clear();
        advance(Duration.ofHours(1));
        sendWishes();
        stripe.resendSince(earlier);
        hear();

        assertThat(settled(firstTerms)).containsExactly("3000", "3000");
        assertThat(told()).containsOnlyOnce("PlanChargeRecovered");
        assertThat(view(id).wishPending()).isFalse();
    }

    @Test
    void aNewCardThatIsDeclinedTooIsTriedOnceAndLeavesTheScheduleAsItWas() {
        PlanId id = declined();
        OverdueCharge before = overdue(id);
        leaveCard(id, FAILS_LATER);
        hear();

        sendWishes();
        sendWishes();

        assertThat(tries(before.invoice())).hasSize(1);
        assertThat(overdue(id)).isEqualTo(before);
        assertThat(view(id).wishPending()).isFalse();
        assertThat(told()).containsOnlyOnce("PlanChargeFailed 1");
    }

    @Test
    void nothingIsTriedWhereThePauseHasDroppedIt() {
        PlanId id = declined();
        String invoice = overdue(id).invoice();
        assertThat(Await.value(plans.pause(id, 1))).isEqualTo(new WishResult.Noted());
        leaveCard(id, CARD);
        hear();

        sendWishes();

        assertThat(tries(invoice)).isEmpty();
        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(view(id).wishPending()).isFalse();
    }

    @Test
    void aNewCardForNothingOverdueChargesNothing() {
        PlanId id = started();
        leaveCard(id, OTHER_CARD);
        hear();

        sendWishes();

        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(view(id).wishPending()).isFalse();
    }

    private List<RecordedRequest> tries(String invoice) {
        return calls("POST", "/v1/invoices/" + invoice + "/pay");
    }

    @Test
    void eachTryIsToldOnceAndTheLastOneEndsThePlan() {
        PlanId id = declined();

        advance(Duration.ofDays(16));

        assertThat(status(id)).isEqualTo(PlanStatus.ENDED);
        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(told())
                .containsSequence("PlanChargeFailed 1", "PlanChargeFailed 2", "PlanChargeFailed 3")
                .endsWith("PlanEnded UNPAID");
        assertThat(view(id).overdue()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheDashboardSaysThePlanEndsAfterTheLastTry(AfterRetries setting) {
        stripe.afterRetries(setting);
        PlanId id = declined();

        advance(Duration.ofDays(16));
        Await.done(planSweep.giveUp());
        sendWishes();

        assertThat(status(id)).isEqualTo(PlanStatus.ENDED);
        assertThat(view(id).nextChargeAt()).isNull();
        assertThat(view(id).overdue()).isNull();
        assertThat(told()).endsWith("PlanEnded UNPAID");
        advance(Duration.ofDays(32));
        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(told()).endsWith("PlanEnded UNPAID");
    }

    @Test
    void aDraftThatNobodyGoesOnWithIsNoNextCharge() {
        stripe.afterRetries(AfterRetries.MARK_UNPAID);
        PlanId id = declined();

        advance(Duration.ofDays(40));

        assertThat(view(id).nextChargeAt()).isAfter(now());
    }

    @Test
    void aCardThatIsRefusedForGoodIsNotSaidToBeTriedAgain() {
        PlanId id = started();
        leaveCard(id, LOST);
        advancePastCharge(id);

        assertThat(overdue(id).needsCard()).isTrue();
        assertThat(overdue(id).nextAttemptAt()).isNull();
        advance(Duration.ofDays(4));
        assertThat(overdue(id).attempts()).isEqualTo(1);
        assertThat(told()).containsOnlyOnce("PlanChargeFailed 1");

        leaveCard(id, CARD);
        hear();
        sendWishes();
        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(told()).endsWith("PlanChargeRecovered");
    }

    @Test
    void anOlderCardThatThePayerChoosesIsCharged() {
        PlanId id = started();
        advance(Duration.ofMinutes(5));
        leaveCard(id, OTHER_CARD);
        hear();
        assertThat(view(id).card()).isNotNull().returns("4444", Card::last4);

        stripe.chooseSavedCard(String.valueOf(plan(id).customer()), CARD);
        Await.value(plans.refresh(id));
        sendWishes();

        assertThat(view(id).card()).isNotNull().returns("4242", Card::last4);
    }

    @Test
    void whatLiesAsADraftWhenItIsPausedIsNotCharged() throws StripeException {
        PlanId id = started();
        advanceTo(plan(id).begunCalendar().chargeAt().plus(Duration.ofMinutes(10)));
        assertThat(latestInvoice(id).getStatus()).isEqualTo("draft");

        wish(plans.pause(id, 1));
        assertThat(latestInvoice(id).getStatus()).isEqualTo("void");
        advance(Duration.ofDays(2));

        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(told()).doesNotContain("PlanChargeFailed 1");
    }

    @Test
    void aRenewalThatNeeds3DSecureIsPaidOnItsPage() {
        PlanId id = started();
        leaveCard(id, THREE_D_SECURE);
        advancePastCharge(id);
        assertThat(overdue(id).needsAction()).isTrue();

        assertThat(stripe.payInvoice(overdue(id).invoice(), THREE_D_SECURE).status())
                .isEqualTo(Status.PAID);
        hear();

        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(told()).endsWith("PlanChargeFailed 1", "PlanChargeRecovered");
    }

    @Test
    void anAmountChangedWhilePastDueLeavesWhatIsOverdueAsItWas() {
        PlanId id = declined();
        PlanTerms less = newTerms(1000, Rhythm.MONTHLY);

        wish(plans.changeTerms(id, less));
        assertThat(overdue(id).amount()).isEqualTo(GIFT);
        leaveCard(id, CARD);
        advance(Duration.ofDays(2));

        assertThat(settled(firstTerms)).containsExactly("3000", "3000");
        advancePastCharge(id);
        assertThat(settled(less.purpose())).containsExactly("1000");
    }

    @Test
    void aPauseWhilePastDueDropsWhatIsOverdue() {
        PlanId id = declined();

        wish(plans.pause(id, 1));

        assertThat(view(id).overdue()).isNull();
        assertThat(view(id).paused()).isTrue();
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(told()).contains("PlanChargeDropped", "PlanChanged PAUSED");
        advance(Duration.ofDays(10));
        assertThat(told()).doesNotContain("PlanChargeFailed 2");
    }

    @Test
    void aStopWhilePastDueDropsWhatIsOverdue() {
        PlanId id = declined();

        wish(plans.stop(id));
        advance(Duration.ofDays(40));

        assertThat(status(id)).isEqualTo(PlanStatus.ENDED);
        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(told()).endsWith("PlanEnded STOPPED");
    }

    @Test
    void aNewCardThatWentToTheCustomerOnlyIsChargedAllTheSame() throws StripeException {
        PlanId id = started();
        leaveCard(id, FAILS_LATER);
        hear();
        String failing = String.valueOf(plan(id).method());
        advance(Duration.ofMinutes(5));
        leaveCard(id, OTHER_CARD);
        client.v1()
                .subscriptions()
                .update(
                        plan(id).subscription(),
                        com.stripe.param.SubscriptionUpdateParams.builder()
                                .setDefaultPaymentMethod(failing)
                                .build());
        hear();

        sendWishes();

        assertThat(view(id).card()).isEqualTo(new Card("mastercard", "4444", FAR));
        advancePastCharge(id);
        assertThat(settled(firstTerms)).hasSize(2);
    }

    @Test
    void aCardThatExpiresWithinAMonthIsToldOncePerCard() {
        PlanId id = started();
        YearMonth soon = YearMonth.from(now().atOffset(java.time.ZoneOffset.UTC)).plusMonths(1);
        stripe.replaceCard(String.valueOf(plan(id).customer()), CARD, soon);
        hear();
        Await.done(planSweep.tellExpiring());
        assertThat(told()).doesNotContain("PlanCardExpiring");

        advanceTo(
                soon.atEndOfMonth()
                        .minusDays(20)
                        .atStartOfDay()
                        .toInstant(java.time.ZoneOffset.UTC));
        Await.done(planSweep.tellExpiring());
        Await.done(planSweep.tellExpiring());
        assertThat(told()).containsOnlyOnce("PlanCardExpiring");

        stripe.replaceCard(String.valueOf(plan(id).customer()), OTHER_CARD, soon);
        hear();
        Await.done(planSweep.tellExpiring());
        assertThat(told().stream().filter(type -> type.equals("PlanCardExpiring"))).hasSize(2);
    }

    /** As many as a transaction should carry at a time, and the others with the next. */
    @Test
    void howeverManyPlansNeedASweepItTakesSomeAtATime() {
        PlanId id = started();

        assertThat(ofSixty(id, planSweep.tellExpiring())).isEqualTo(50);
        assertThat(ofSixty(id, planSweep.giveUp())).isEqualTo(50);
    }

    /** With sixty more plans whose cards expire and whose charges are tried no more. */
    private long ofSixty(PlanId id, Mono<Long> work) {
        return Await.value(
                transaction
                        .execute(
                                it -> {
                                    it.setRollbackOnly();
                                    return copied(id).then(overdue()).then(work);
                                })
                        .next());
    }

    private Mono<Void> copied(PlanId id) {
        return database.sql(
                        """
                        insert into payments.plan
                               (id, purpose, payer, language, product, label, status, requested_at, expires_at,
                                terms, started_at, method, card_expires)
                        select gen_random_uuid(), 'copy:' || number, payer, language, product, label, 'PAST_DUE',
                               requested_at, expires_at, terms, started_at, 'pm_copy', date '2020-01-31'
                          from payments.plan, generate_series(1, 60) number where id = :id
                        """)
                .bind("id", id.value())
                .then();
    }

    private Mono<Void> overdue() {
        return database.sql(
                        """
                        insert into payments.overdue (invoice, plan, amount, attempts, needs_action, billed_at)
                        select purpose, id, 3000, 3, false, timestamptz '2020-01-01' from payments.plan
                         where purpose like 'copy:%'
                        """)
                .then();
    }
}
