package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.SubscriptionUpdateParams;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Card;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.simulator.RecordedRequest;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class PlanWishModuleTests extends PlanModuleTest {

    @Autowired TransactionalOperator transaction;

    @Test
    void anotherAmountCountsFromTheNextChargeWithoutProration() throws StripeException {
        PlanId id = started();
        PlanTerms more = newTerms(5000, Rhythm.MONTHLY);

        wish(plans.changeTerms(id, more));
        assertThat(view(id).terms()).isEqualTo(more);
        assertThat(invoices(id)).hasSize(1);
        assertThat(subscription(id).getItems().getData()).hasSize(1);

        advancePastCharge(id);
        assertThat(settled(firstTerms)).containsExactly("3000");
        assertThat(settled(more.purpose())).containsExactly("5000");
        assertThat(told()).containsExactly("PlanStarted", "PlanChanged TERMS");
    }

    private List<Invoice> invoices(PlanId id) throws StripeException {
        InvoiceListParams its =
                InvoiceListParams.builder().setSubscription(plan(id).subscription()).build();
        return client.v1().invoices().list(its).getData();
    }

    @Test
    void anAmountChangedInTheHourOfADraftLeavesTheDraftAsItWas() {
        PlanId id = started();
        Instant due = plan(id).begunCalendar().chargeAt();
        PlanTerms more = newTerms(5000, Rhythm.MONTHLY);
        advanceTo(due.plus(Duration.ofMinutes(5)));

        wish(plans.changeTerms(id, more));
        advance(Duration.ofHours(1));
        assertThat(settled(firstTerms)).containsExactly("3000", "3000");

        advancePastCharge(id);
        assertThat(settled(more.purpose())).containsExactly("5000");
        assertThat(told(more.purpose())).doesNotContain("PaymentHeld AMOUNT");
    }

    @Test
    void anotherRhythmBeginsAtTheEndOfThePaidPeriodAndBillsNothingAtOnce() throws StripeException {
        PlanId id = started();
        Instant paidUntil = plan(id).begunCalendar().periodEnd();
        PlanTerms yearly = newTerms(36_000, Rhythm.YEARLY);

        wish(plans.changeTerms(id, yearly));
        assertThat(paid(id)).hasSize(1);
        assertThat(view(id).nextChargeAt()).isEqualTo(paidUntil.plus(Duration.ofHours(1)));
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);

        advancePastCharge(id);
        assertThat(settled(yearly.purpose())).containsExactly("36000");
        assertThat(BusinessDate.of(next(id)))
                .isEqualTo(
                        BusinessDate.of(
                                paidUntil
                                        .atOffset(java.time.ZoneOffset.UTC)
                                        .plusYears(1)
                                        .toInstant()));
        assertThat(told()).containsExactly("PlanStarted", "PlanChanged TERMS");
    }

    private Instant next(PlanId id) {
        Instant next = view(id).nextChargeAt();
        assertThat(next).isNotNull();
        return next == null ? Instant.MAX : next;
    }

    @Test
    void theSameTermsWishedTwiceAreOneWish() {
        PlanId id = started();
        PlanTerms more = newTerms(5000, Rhythm.MONTHLY);

        assertThat(Await.value(plans.changeTerms(id, more))).isEqualTo(new WishResult.Noted());
        wish(plans.changeTerms(id, more));

        assertThat(told()).containsExactly("PlanStarted", "PlanChanged TERMS");
        assertThat(refusal(plans.changeTerms(id, terms(firstTerms, GIFT, Rhythm.MONTHLY))))
                .isEqualTo(WishResult.Reason.USED_TERMS);
    }

    @Test
    void theDayMovesAndIsTheSameDayInTokyo() {
        PlanId id = started();
        LocalDate day = BusinessDate.of(next(id)).plusDays(9);

        wish(plans.moveDay(id, day));

        assertThat(BusinessDate.of(next(id))).isEqualTo(day);
        advancePastCharge(id);
        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(BusinessDate.of(next(id))).isEqualTo(day.plusMonths(1));
        assertThat(told()).containsExactly("PlanStarted", "PlanChanged DAY");
    }

    @Test
    void aDayThatIsNotAfterTodayOrMoreThanAPeriodLateIsRefused() {
        PlanId id = startedOn("05-10T03:00:00");
        LocalDate today = BusinessDate.of(now());
        LocalDate next = BusinessDate.of(next(id));

        assertThat(refusal(plans.moveDay(id, today))).isEqualTo(WishResult.Reason.DAY);
        assertThat(refusal(plans.moveDay(id, next.plusDays(32)))).isEqualTo(WishResult.Reason.DAY);
    }

    @Test
    void skippingLeavesOneChargeOutWhichIsNoFailure() throws StripeException {
        PlanId id = started();
        Instant skipped = next(id);

        wish(plans.pause(id, 1));
        assertThat(view(id).paused()).isTrue();
        assertThat(subscription(id).getStatus()).isEqualTo("active");
        assertThat(next(id)).isAfter(skipped.plus(Duration.ofDays(27)));

        advanceTo(skipped.plus(Duration.ofDays(2)));
        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(view(id).paused()).isFalse();
        advancePastCharge(id);
        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(told())
                .containsExactly("PlanStarted", "PlanChanged PAUSED", "PlanChanged RESUMED");
    }

    @Test
    void aPauseOfThreeEndsByItselfBeforeTheFourthCharge() {
        PlanId id = started();
        Instant first = next(id);

        wish(plans.pause(id, 3));
        advanceTo(first.plus(Duration.ofDays(58)));
        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(view(id).paused()).isTrue();

        advanceTo(first.plus(Duration.ofDays(93)));
        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(view(id).overdue()).isNull();
        assertThat(told())
                .containsExactly("PlanStarted", "PlanChanged PAUSED", "PlanChanged RESUMED");
    }

    @Test
    void skippingLeavesOutTheNextChargeAlthoughNothingWasHeardOfTheLast() {
        PlanId id = started();
        stripe.faults().loseEvents(1000);
        Instant unheard = next(id);
        stripe.clock().advance(Duration.between(now(), unheard.plus(Duration.ofDays(3))));

        wish(plans.pause(id, 1));
        assertThat(settled(firstTerms)).hasSize(2);
        advanceTo(unheard.plus(Duration.ofDays(35)));
        Await.done(inquiry.ask(id));

        assertThat(settled(firstTerms)).hasSize(2);
    }

    @Test
    void resumingMakesTheNextChargeOfTheCalendar() {
        PlanId id = started();
        Instant first = next(id);
        wish(plans.pause(id, 6));

        wish(plans.resume(id));

        assertThat(next(id)).isEqualTo(first);
        advancePastCharge(id);
        assertThat(settled(firstTerms)).hasSize(2);
    }

    @Test
    void stoppingEndsWithThePaidPeriodAndCanBeUndoneUntilThen() {
        PlanId id = started();
        Instant next = next(id);
        Instant end = plan(id).begunCalendar().periodEnd();
        wish(plans.stop(id));
        assertThat(view(id).stopsAt()).isEqualTo(end);
        assertThat(view(id).nextChargeAt()).isNull();

        wish(plans.undoStop(id));
        assertThat(next(id)).isEqualTo(next);

        wish(plans.stop(id));
        advanceTo(end.plus(Duration.ofHours(2)));
        assertThat(status(id)).isEqualTo(PlanStatus.ENDED);
        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(told())
                .containsExactly(
                        "PlanStarted",
                        "PlanChanged STOPPING",
                        "PlanChanged STOP_UNDONE",
                        "PlanChanged STOPPING",
                        "PlanEnded STOPPED");
    }

    @Test
    void cancelledInThePortalAndUndoneHereTheFlagFollows() throws StripeException {
        PlanId id = started();
        SubscriptionUpdateParams atATime =
                SubscriptionUpdateParams.builder()
                        .setCancelAt(plan(id).begunCalendar().periodEnd().getEpochSecond())
                        .build();
        client.v1().subscriptions().update(plan(id).subscription(), atATime);
        hear();
        assertThat(view(id).stopsAt()).isNotNull();

        wish(plans.undoStop(id));

        assertThat(view(id).stopsAt()).isNull();
        assertThat(subscription(id).getCancelAt()).isNull();
        advancePastCharge(id);
        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(told())
                .containsExactly("PlanStarted", "PlanChanged STOPPING", "PlanChanged STOP_UNDONE");
    }

    @Test
    void stoppingNowEndsAtOnce() {
        PlanId id = started();

        wish(plans.stopNow(id));

        assertThat(status(id)).isEqualTo(PlanStatus.ENDED);
        assertThat(told()).containsExactly("PlanStarted", "PlanEnded STOPPED");
        assertThat(refusal(plans.pause(id, 1))).isEqualTo(WishResult.Reason.ENDED);
    }

    @Test
    void stoppingNowBeforeItHasStartedClosesThePage() {
        PlanId id = opened();

        wish(plans.stopNow(id));
        Await.done(queue.drain(planSweep));

        assertThat(status(id)).isEqualTo(PlanStatus.EXPIRED);
    }

    @Test
    void endedInTheDashboardItEndedElsewhere() throws StripeException {
        PlanId id = started();

        client.v1().subscriptions().cancel(plan(id).subscription());
        hear();

        assertThat(told()).containsExactly("PlanStarted", "PlanEnded ELSEWHERE");
    }

    @Test
    void aWishSentTwiceIsOneChange() {
        PlanId id = started();
        Await.value(plans.pause(id, 1));
        stripe.faults().onlyOn("POST /v1/subscriptions/" + plan(id).subscription());
        stripe.faults().timeOutAfterEffect(2);
        Await.done(queue.drain(sender));
        stripe.faults().clear();

        advance(Duration.ofMinutes(3));
        sendWishes();

        assertThat(view(id).wishPending()).isFalse();
        assertThat(told()).containsExactly("PlanStarted", "PlanChanged PAUSED");
        assertThat(updates(id)).extracting(RecordedRequest::idempotencyKey).hasSize(2);
        assertThat(updates(id).stream().map(RecordedRequest::idempotencyKey).distinct()).hasSize(1);
    }

    @Test
    void aWishOfUnknownFateIsRepeatedUnderItsKey() {
        PlanId id = started();
        Await.value(plans.pause(id, 1));
        stripe.faults().onlyOn("POST /v1/subscriptions/" + plan(id).subscription());
        stripe.faults().badGateway(4);
        Await.done(queue.drain(sender));
        advance(Duration.ofMinutes(3));
        sendWishes();
        stripe.faults().clear();
        assertThat(view(id).wishPending()).isTrue();

        advance(Duration.ofMinutes(5));
        sendWishes();

        assertThat(view(id).paused()).isTrue();
        assertThat(updates(id)).hasSizeGreaterThan(3);
        assertThat(updates(id).stream().map(RecordedRequest::idempotencyKey).distinct()).hasSize(1);
    }

    private List<RecordedRequest> updates(PlanId id) {
        return calls("POST", "/v1/subscriptions/" + plan(id).subscription());
    }

    @Test
    void wishesAreCarriedOutOneAfterTheOther() {
        PlanId id = started();
        PlanTerms more = newTerms(5000, Rhythm.MONTHLY);
        PlanTerms less = newTerms(1000, Rhythm.MONTHLY);
        Await.value(plans.changeTerms(id, more));
        Await.value(plans.pause(id, 1));
        Await.value(plans.changeTerms(id, less));
        assertThat(view(id).wishPending()).isTrue();

        sendWishes();

        assertThat(view(id).wishPending()).isFalse();
        assertThat(view(id).terms()).isEqualTo(less);
        assertThat(told())
                .containsExactly(
                        "PlanStarted",
                        "PlanChanged TERMS",
                        "PlanChanged PAUSED",
                        "PlanChanged TERMS");
    }

    @Test
    void aWishOfACallerThatRollsBackIsNeverSent() {
        PlanId id = started();

        Await.done(
                plans.stop(id)
                        .flatMap(noted -> Mono.error(new IllegalStateException()))
                        .as(transaction::transactional)
                        .onErrorComplete());
        sendWishes();

        assertThat(view(id).stopsAt()).isNull();
        assertThat(updates(id)).isEmpty();
    }

    @Test
    void aWishThatStripeRefusesIsTold() {
        PlanId id = started();
        Await.value(plans.moveDay(id, BusinessDate.of(now()).plusDays(2)));
        stripe.faults().onlyOn("POST /v1/subscriptions/" + plan(id).subscription());
        stripe.faults().rateLimit(20);
        Await.done(queue.drain(sender));
        stripe.faults().clear();
        assertThat(view(id).wishPending()).isTrue();

        advance(Duration.ofDays(4));
        sendWishes();

        assertThat(view(id).wishPending()).isFalse();
        assertThat(told()).last().asString().startsWith("PlanChangeRefused DAY");
    }

    @Test
    void whatCannotBeWishedIsRefusedWithItsReason() {
        PlanId fresh = opened();
        assertThat(refusal(plans.pause(fresh, 1))).isEqualTo(WishResult.Reason.NOT_STARTED);
        pay(fresh);
        hear();

        assertThat(refusal(plans.resume(fresh))).isEqualTo(WishResult.Reason.NOT_PAUSED);
        assertThat(refusal(plans.undoStop(fresh))).isEqualTo(WishResult.Reason.NOT_STOPPING);
        Await.value(plans.pause(fresh, 2));
        assertThat(refusal(plans.moveDay(fresh, BusinessDate.of(next(fresh)))))
                .isEqualTo(WishResult.Reason.PAUSED);
        assertThat(refusal(plans.changeTerms(fresh, newTerms(9000, Rhythm.YEARLY))))
                .isEqualTo(WishResult.Reason.PAUSED);
        Await.value(plans.stop(fresh));
        assertThat(refusal(plans.resume(fresh))).isEqualTo(WishResult.Reason.STOPPING);
    }

    @Test
    void theCardsPageIsMadeForEachClickAndItsConfigurationOnce() {
        PlanId id = started();
        URI back = URI.create("https://shop.example/en/me");

        Opening one = Await.value(plans.cardPage(id, back));
        Opening other = Await.value(plans.cardPage(id, back));

        assertThat(one).isInstanceOf(Opening.Open.class).isNotEqualTo(other);
        assertThat(calls("POST", "/v1/billing_portal/configurations")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anotherCardIsShownAndTold() {
        PlanId id = started();

        leaveCard(id, OTHER_CARD);
        hear();

        assertThat(view(id).card()).isEqualTo(new Card("mastercard", "4444", FAR));
        assertThat(told()).containsExactly("PlanStarted", "PlanChanged CARD");
    }
}
