package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Card;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanRequest;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.PlanView;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.processing.PlanProgress;
import org.lfnkr.zabuton.simulator.RecordedRequest;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

class PlanLifeModuleTests extends PlanModuleTest {

    @Autowired InboxStore inbox;

    @Test
    void theFirstPaidInvoiceStartsAPlanAndIsASettledPayment() {
        PlanId id = started();

        assertThat(told()).containsExactly("PlanStarted");
        assertThat(told(firstTerms)).containsExactly("PaymentSettled");
        assertThat(settled(firstTerms)).containsExactly("3000");
        PaymentView payment = Await.value(payments.view(paid(id).getFirst()));
        assertThat(payment.status()).isEqualTo(PaymentStatus.SETTLED);
        assertThat(payment.purpose()).isEqualTo(firstTerms);
        assertThat(payment.method()).isEqualTo("card");
    }

    @Test
    void anAddressThatStripeRefusesIsAskedForOnItsPage() {
        PlanId id = Await.value(plans.request(from(new EmailAddress("odd|one@example.org"))));

        Opening opening = opening(id);

        assertThat(opening).isInstanceOf(Opening.Open.class);
        assertThat(view(id).addressRefused()).isTrue();
        JsonNode asked = calls("POST", "/v1/checkout/sessions").getLast().params();
        assertThat(asked.path("client_reference_id").asString("")).isEqualTo(id.toString());
        assertThat(asked.has("customer_email")).isFalse();
        assertThat(asked.at("/custom_text/submit/message").asString(""))
                .startsWith("A gift, and the fee. ")
                .contains("mail address");
        stripe.shopper(session(id)).as("other@example.org", "Name").payByCard(CARD);
        hear();
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(settled(firstTerms)).containsExactly("3000");
    }

    private PlanRequest from(EmailAddress email) {
        PlanRequest usual = asked();
        return new PlanRequest(
                usual.purpose(),
                usual.terms(),
                usual.label(),
                usual.beside(),
                usual.payer(),
                email,
                usual.language(),
                usual.successUrl(),
                usual.cancelUrl());
    }

    @Test
    void aRunningPlanShowsItsTermsItsNextChargeAndItsCard() {
        PlanId id = started();

        PlanView view = view(id);
        assertThat(view.status()).isEqualTo(PlanStatus.ACTIVE);
        assertThat(view.terms()).isEqualTo(terms(firstTerms, GIFT, Rhythm.MONTHLY));
        assertThat(view.card()).isNotNull().returns("visa", Card::brand);
        assertThat(view.card()).returns("4242", Card::last4);
        assertThat(view.nextChargeAt()).isAfter(now().plus(Duration.ofDays(27)));
        assertThat(view.paused()).isFalse();
        assertThat(view.wishPending()).isFalse();
        assertThat(view.overdue()).isNull();
    }

    @Test
    void eachMonthsInvoiceIsAPaymentOfItsOwn() {
        PlanId id = started();

        advancePastCharge(id);
        advancePastCharge(id);

        assertThat(settled(firstTerms)).containsExactly("3000", "3000", "3000");
        assertThat(paid(id)).doesNotHaveDuplicates().hasSize(3);
        assertThat(told()).containsExactly("PlanStarted");
    }

    @Test
    void activeIsNotPaidWhileTheRenewalLiesAsADraft() {
        PlanId id = started();
        Instant due = plan(id).begunCalendar().chargeAt();

        advanceTo(due.plus(Duration.ofMinutes(5)));
        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(view(id).nextChargeAt()).isEqualTo(due.plus(Duration.ofHours(1)));

        advance(Duration.ofHours(1));
        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(view(id).nextChargeAt()).isAfter(now().plus(Duration.ofDays(20)));
    }

    /** By day in Tokyo: in the morning of a 31st, in its last hour, and after a midnight. */
    @ParameterizedTest
    @CsvSource({"12-30T22:29:00, 31, 14", "01-31T14:30:00, 31, 3", "05-31T15:10:00, 1, 3"})
    void whatTheScreenSaysIsWhenMoneyIsTaken(String begin, int number, int months) {
        PlanId id = startedOn(begin);
        LocalDate first = BusinessDate.of(now());
        assertThat(first).hasDayOfMonth(number);
        sendWishes();

        for (int month = 1; month <= months; month++) {
            LocalDate promised = first.plusMonths(month);
            assertThat(BusinessDate.of(Objects.requireNonNull(view(id).nextChargeAt())))
                    .isEqualTo(promised);
            leapTo(promised);
            assertThat(settled(firstTerms)).as("before " + promised).hasSize(month);
            leapTo(promised.plusDays(1));
            assertThat(settled(firstTerms)).as("on " + promised).hasSize(month + 1);
            sendWishes();
        }
        assertThat(settled(firstTerms)).containsOnly("3000");
        assertThat(told()).containsExactly("PlanStarted");
    }

    private void leapTo(LocalDate day) {
        Instant start = day.atStartOfDay(BusinessDate.TOKYO).toInstant();
        stripe.clock().advance(Duration.between(now(), start));
        hear();
    }

    /** What is sent too late would charge the same month again. */
    @Test
    void whatStripeHearsOnlyAfterTheChargeMovesNothing() {
        PlanId id = startedOn("03-30T18:10:00");
        LocalDate first = BusinessDate.of(now());

        advancePastCharge(id);
        assertThat(settled(firstTerms)).hasSize(2);
        sendWishes();
        leapTo(first.plusMonths(1).plusDays(2));
        assertThat(settled(firstTerms)).hasSize(2);

        sendWishes();
        leapTo(first.plusMonths(2).plusDays(1));
        assertThat(settled(firstTerms)).hasSize(3);
        assertThat(BusinessDate.of(Objects.requireNonNull(view(id).nextChargeAt())))
                .isEqualTo(first.plusMonths(3));
    }

    @Test
    void whatBeganInTheDayIsNotMoved() {
        PlanId id = startedOn("11-22T03:00:00");
        sendWishes();

        assertThat(calls("POST", "/v1/subscriptions/" + plan(id).subscription())).isEmpty();
    }

    @Test
    void whatBeganOnThe31stIsChargedOnTheLastOfFebruaryAndOnThe31stOfMarch() {
        PlanId id = startedOn("01-31T10:00:00");

        advancePastCharge(id);
        advancePastCharge(id);

        assertThat(charged(id)).startsWith("01-31").endsWith("03-31");
        assertThat(charged(id).get(1)).isIn("02-28", "02-29");
    }

    private List<String> charged(PlanId id) {
        return strings(
                "select to_char(requested_at at time zone 'UTC', 'MM-DD') from payments.payment"
                        + " where plan = '"
                        + id
                        + "' order by requested_at");
    }

    @Test
    void subscriptionUpdatedBeforeCreatedGivesAnActivePlan() {
        PlanId id = heardInOrder(type -> type.equals("customer.subscription.updated"));

        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(told()).containsExactly("PlanStarted");
    }

    @Test
    void invoicePaidBeforeTheSessionCompletedIsOnePayment() {
        PlanId id = heardInOrder(type -> type.equals("invoice.paid"));

        assertThat(settled(firstTerms)).hasSize(1);
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(told()).containsExactly("PlanStarted");
    }

    /** A plan of which nothing is heard but events that are followed by hand: this type first. */
    private PlanId heardInOrder(Predicate<String> first) {
        PlanId id = opened();
        stripe.faults().loseEvents(1000);
        int before = stripe.events().size();
        pay(id);
        List<Notice> all = notices(before);
        Await.done(queue.drain(relay));
        assertThat(status(id)).isEqualTo(PlanStatus.OPEN);

        all.stream().filter(notice -> first.test(notice.type())).forEach(this::follow);
        all.stream().filter(notice -> !first.test(notice.type())).toList().forEach(this::follow);
        return id;
    }

    private List<Notice> notices(int before) {
        stripe.settle();
        return stripe.events().stream()
                .skip(before)
                .map(PlanLifeModuleTests::notice)
                .filter(Notice::isKnown)
                .toList();
    }

    private void follow(Notice notice) {
        Await.done(inbox.add(notice).then(relay.follow(notice)));
    }

    static Notice notice(JsonNode event) {
        return new Notice(
                event.path("id").asString(),
                event.path("type").asString(),
                event.at("/data/object/id").asString(),
                Instant.ofEpochSecond(event.path("created").asLong()),
                event.path("livemode").asBoolean());
    }

    @Test
    void eventsThatComeTwiceTwofoldAndInAnyOrderTellEachThingOnce() {
        stripe.faults().duplicateEvents().twoEventsPerChange().reorderEvents();
        PlanId id = started();
        advancePastCharge(id);

        assertThat(settled(firstTerms)).containsExactly("3000", "3000");
        assertThat(told()).containsExactly("PlanStarted");
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
    }

    @Test
    void withoutAnyEventTheSweepFindsTheStartAndTheRenewals() {
        PlanId id = opened();
        stripe.faults().loseEvents(1000);
        pay(id);
        advance(Duration.ofMinutes(11));
        Await.done(queue.drain(planSweep));
        assertThat(told()).containsExactly("PlanStarted");

        advance(Duration.ofDays(33));
        Await.done(queue.drain(planSweep));
        assertThat(settled(firstTerms)).hasSize(2);
    }

    @Test
    void anOlderAnswerNeverOverwritesANewerOne() throws StripeException {
        PlanId id = started();
        PlanFacts before = facts(id);
        long oldQuestion = Await.value(store.ticket(id)).number();
        client.v1()
                .subscriptions()
                .update(
                        subscription(id).getId(),
                        com.stripe.param.SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build());
        hear();
        assertThat(view(id).stopsAt()).isNotNull();

        Outcome outcome =
                Await.value(
                        progress.apply(
                                new PlanProgress.Answered(id, oldQuestion, oldQuestion, before)));

        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(view(id).stopsAt()).isNotNull();
        assertThat(told()).doesNotContain("PlanChanged STOP_UNDONE");
    }

    @Autowired PlanProgress progress;
    @Autowired PlanCalls calls;

    private PlanFacts facts(PlanId id) {
        return ((Answer.Known<PlanFacts>)
                        Await.value(calls.facts(null, plan(id).subscription(), java.util.Set.of())))
                .value();
    }

    @Test
    void anAnswerThatOverlapsWithARecordedOneIsAskedForAgain() {
        PlanId id = started();
        PlanFacts facts = facts(id);
        long early = Await.value(store.ticket(id)).number();
        Await.done(inquiry.ask(id));

        Outcome later =
                Await.value(
                        progress.apply(
                                new PlanProgress.Answered(id, plan(id).asked(), early, facts)));

        assertThat(later).isEqualTo(Outcome.OVERTAKEN);
    }

    @Test
    void aFirstPaymentThatStaysIncompleteFor23HoursNeverStarts() {
        PlanId id = opened();
        stripe.shopper(session(id)).payByCard(THREE_D_SECURE);
        hear();
        assertThat(status(id)).isEqualTo(PlanStatus.INCOMPLETE);
        assertThat(told()).isEmpty();

        advance(Duration.ofHours(24));

        assertThat(status(id)).isEqualTo(PlanStatus.EXPIRED);
        assertThat(told()).containsExactly("PlanEnded NEVER_PAID");
        assertThat(paid(id)).isEmpty();
    }

    @Test
    void whoFailsAtTheBankFindsThePageAgainAndPaysByAnotherCard() {
        PlanId id = opened();
        stripe.shopper(session(id)).payByCardWith3ds(THREE_D_SECURE, false);
        hear();
        assertThat(opening(id)).isInstanceOf(Opening.Open.class);

        pay(id);
        hear();

        assertThat(told()).containsExactly("PlanStarted");
        assertThat(settled(firstTerms)).hasSize(1);
    }

    @Test
    void aPageThatNobodyFinishesEndsUnpaid() {
        PlanId id = opened();

        advance(Duration.ofMinutes(61));

        assertThat(status(id)).isEqualTo(PlanStatus.EXPIRED);
        assertThat(told()).containsExactly("PlanEnded NEVER_PAID");
    }

    @Test
    void aPlanNeverOpenedEndsByItself() {
        PlanId id = requested();

        advance(Duration.ofMinutes(73));
        Await.done(queue.drain(planSweep));

        assertThat(status(id)).isEqualTo(PlanStatus.EXPIRED);
    }

    @Test
    void abandoningClosesThePage() {
        PlanId id = opened();

        assertThat(Await.value(plans.abandon(id)).status()).isEqualTo(PlanStatus.EXPIRED);
        assertThat(opening(id)).isEqualTo(new Opening.Closed(PaymentStatus.EXPIRED));
    }

    @Test
    void abandoningWhatWasJustPaidStartsIt() {
        PlanId id = opened();
        pay(id);

        assertThat(Await.value(plans.abandon(id)).status()).isEqualTo(PlanStatus.ACTIVE);
    }

    @Test
    void aReadTimeoutWhenCreatingMakesOnePageAllTheSame() {
        PlanId id = requested();
        stripe.faults().onlyOn("POST /v1/checkout/sessions").timeOutAfterEffect(2);
        assertThat(opening(id)).isInstanceOf(Opening.Pending.class);
        stripe.faults().clear();

        assertThat(opening(id)).isInstanceOf(Opening.Open.class);
        assertThat(keys(id)).hasSize(1);
    }

    private List<String> keys(PlanId id) {
        return calls("POST", "/v1/checkout/sessions").stream()
                .filter(call -> call.params().toString().contains(id.toString()))
                .map(RecordedRequest::idempotencyKey)
                .distinct()
                .toList();
    }

    @Test
    void openingTwiceFindsTheSamePageAndMakesOneProduct() {
        PlanId id = requested();

        assertThat(opening(id)).isEqualTo(opening(id));
        assertThat(keys(id)).hasSize(1);
        assertThat(calls("POST", "/v1/products").stream().filter(call -> call.status() == 200))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anErasedPayerCannotBeSentToStripe() {
        PlanId id = requested();
        Await.done(vault.erase(payer[0]));

        assertThat(opening(id)).isInstanceOf(Opening.Rejected.class);
        assertThat(status(id)).isEqualTo(PlanStatus.EXPIRED);
    }

    @Test
    void ofAnErasedPayerOnlyTheMoneyIsKnown() {
        PlanId id = started();
        Await.done(vault.erase(payer[0]));

        advancePastCharge(id);

        assertThat(settled(firstTerms)).hasSize(2);
        assertThat(view(id).card()).isNull();
    }

    @Test
    void anUnknownPlanIsNothing() {
        PlanId unknown = PlanId.random();

        assertThat(plans.open(unknown).block()).isNull();
        assertThat(plans.refresh(unknown).block()).isNull();
        assertThat(plans.stop(unknown).block()).isNull();
    }
}
