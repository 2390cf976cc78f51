package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Product;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import com.stripe.param.billingportal.ConfigurationCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

class PlanTests extends SimulatorTest {

    private static final String GOOD = "4242424242424242";
    private static final String FAILS_LATER = "4000000000000341";
    private static final String THREE_D_SECURE = "4000002760003184";
    private static final YearMonth FAR = YearMonth.of(2034, 12);

    private Product product;

    @BeforeEach
    void createProduct() throws StripeException {
        product =
                stripe.v1()
                        .products()
                        .create(ProductCreateParams.builder().setName("Foster gift").build());
    }

    @Test
    void aPlanStartsWhenItsFirstInvoiceIsPaid() throws StripeException {
        Subscription plan = started();

        assertThat(plan.getStatus()).isEqualTo("active");
        assertThat(plan.getMetadata()).containsEntry("plan", "1");
        assertThat(latest(plan).getStatus()).isEqualTo("paid");
        assertThat(latest(plan).getPayments().getData().getFirst().getStatus()).isEqualTo("paid");
        assertThat(inbox.types())
                .containsExactly(
                        "payment_intent.created",
                        "customer.created",
                        "payment_method.attached",
                        "customer.subscription.created",
                        "invoice.created",
                        "invoice.finalized",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "invoice_payment.paid",
                        "invoice.paid",
                        "invoice.payment_succeeded",
                        "customer.subscription.updated",
                        "checkout.session.completed",
                        "charge.updated");
    }

    @Test
    void aRenewalStaysADraftForAnHourWhileThePlanIsActive() throws StripeException {
        Subscription plan = started();
        simulator.clock().advance(untilRenewal(plan));
        assertThat(latest(reload(plan)).getStatus()).isEqualTo("draft");
        assertThat(reload(plan).getStatus()).isEqualTo("active");

        simulator.clock().advance(Duration.ofHours(1));
        assertThat(latest(reload(plan)).getStatus()).isEqualTo("paid");
        assertThat(latest(reload(plan)).getBillingReason()).isEqualTo("subscription_cycle");
    }

    @Test
    void twelveMonthsMakeThirteenInvoicesOnTheSameDay() throws StripeException {
        Subscription plan = started();
        Instant start = Instant.ofEpochSecond(plan.getStartDate());
        simulator.clock().advance(Duration.ofDays(366));
        InvoiceListParams all =
                InvoiceListParams.builder().setSubscription(plan.getId()).setLimit(100L).build();

        assertThat(stripe.v1().invoices().list(all).getData()).hasSize(13);
        long last = reload(plan).getItems().getData().getFirst().getCurrentPeriodStart();
        assertThat(Instant.ofEpochSecond(last))
                .isEqualTo(start.atOffset(ZoneOffset.UTC).plusYears(1).toInstant());
    }

    @Test
    void theEndOfTheMonthIsNotForgottenInFebruary() {
        long anchor = Instant.parse("2027-01-31T10:00:00Z").getEpochSecond();
        Period.Recurrence monthly = new Period.Recurrence("month", 1);

        assertThat(Instant.ofEpochSecond(Period.of(anchor, monthly, 0).end()))
                .hasToString("2027-02-28T10:00:00Z");
        assertThat(Instant.ofEpochSecond(Period.of(anchor, monthly, 1).end()))
                .hasToString("2027-03-31T10:00:00Z");
    }

    @Test
    void aLeapDayComesBackInLeapYears() {
        long anchor = Instant.parse("2028-02-29T10:00:00Z").getEpochSecond();
        Period.Recurrence yearly = new Period.Recurrence("year", 1);

        assertThat(Instant.ofEpochSecond(Period.of(anchor, yearly, 0).end()))
                .hasToString("2029-02-28T10:00:00Z");
        assertThat(Instant.ofEpochSecond(Period.of(anchor, yearly, 3).end()))
                .hasToString("2032-02-29T10:00:00Z");
    }

    @Test
    void aRefusedRenewalIsTriedAgainAndRecovers() throws StripeException {
        Subscription plan = started();
        simulator.replaceCard(plan.getCustomer(), FAILS_LATER, FAR);
        simulator.clock().advance(untilRenewal(plan).plusHours(2));
        assertThat(reload(plan).getStatus()).isEqualTo("past_due");
        assertThat(latest(reload(plan)).getAttemptCount()).isEqualTo(1);
        assertThat(inbox.types()).contains("invoice.payment_failed");

        simulator.replaceCard(plan.getCustomer(), GOOD, FAR);
        simulator.clock().advance(Duration.ofDays(2));
        assertThat(reload(plan).getStatus()).isEqualTo("active");
        assertThat(latest(reload(plan)).getStatus()).isEqualTo("paid");
    }

    @Test
    void afterEightTriesThePlanEnds() throws StripeException {
        Subscription plan = started();
        simulator.replaceCard(plan.getCustomer(), FAILS_LATER, FAR);
        simulator.clock().advance(untilRenewal(plan).plusDays(16));

        assertThat(reload(plan).getStatus()).isEqualTo("canceled");
        assertThat(latest(reload(plan)).getAttemptCount()).isEqualTo(8);
        assertThat(inbox.types()).contains("customer.subscription.deleted");
    }

    @Test
    void anExpiredCardIsRefused() throws StripeException {
        Subscription plan = started();
        simulator.replaceCard(plan.getCustomer(), GOOD, YearMonth.now(ZoneOffset.UTC));
        simulator.clock().advance(untilRenewal(plan).plusHours(2));

        assertThat(reload(plan).getStatus()).isEqualTo("past_due");
    }

    @Test
    void threeDSecureAtRenewalNeedsTheCustomer() throws StripeException {
        Subscription plan = started();
        simulator.replaceCard(plan.getCustomer(), THREE_D_SECURE, FAR);
        simulator.clock().advance(untilRenewal(plan).plusHours(2));
        assertThat(inbox.types())
                .contains("invoice.payment_action_required", "payment_intent.requires_action");

        Invoice invoice = latest(reload(plan));
        assertThat(invoice.getHostedInvoiceUrl()).startsWith(simulator.baseUrl().toString());
        assertThat(simulator.payInvoice(invoice.getId(), THREE_D_SECURE).status())
                .isEqualTo(Outcome.Status.PAID);
        assertThat(reload(plan).getStatus()).isEqualTo("active");
    }

    @Test
    void aPausedPlanIsActiveAndItsInvoicesAreVoid() throws StripeException {
        Subscription plan = started();
        PauseCollection pause =
                PauseCollection.builder()
                        .setBehavior(PauseCollection.Behavior.VOID)
                        .setResumesAt(
                                simulator
                                        .clock()
                                        .instant()
                                        .plus(Duration.ofDays(40))
                                        .getEpochSecond())
                        .build();
        update(plan, SubscriptionUpdateParams.builder().setPauseCollection(pause));
        simulator.clock().advance(untilRenewal(plan).plusHours(2));
        assertThat(reload(plan).getStatus()).isEqualTo("active");
        assertThat(latest(reload(plan)).getStatus()).isEqualTo("void");

        simulator.clock().advance(Duration.ofDays(13));
        assertThat(reload(plan).getPauseCollection()).isNull();
        assertThat(inbox.types())
                .contains("invoice.voided")
                .doesNotContain("invoice.payment_failed");
    }

    @Test
    void anotherAmountCountsFromTheNextCharge() throws StripeException {
        Subscription plan = started();
        update(
                plan,
                SubscriptionUpdateParams.builder()
                        .addItem(price(plan, 5000))
                        .setProrationBehavior(ProrationBehavior.NONE));
        assertThat(latest(reload(plan)).getTotal()).isEqualTo(3000);

        simulator.clock().advance(untilRenewal(plan).plusHours(2));
        assertThat(latest(reload(plan)).getTotal()).isEqualTo(5000);
    }

    @Test
    void prorationIsRefusedBecauseItIsNotSimulated() throws StripeException {
        Subscription plan = started();

        assertThatThrownBy(
                        () ->
                                update(
                                        plan,
                                        SubscriptionUpdateParams.builder()
                                                .addItem(price(plan, 5000))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void anotherRhythmIsBilledAtOnce() throws StripeException {
        Subscription plan = started();
        SubscriptionUpdateParams.Item yearly =
                price(plan, 36000, SubscriptionUpdateParams.Item.PriceData.Recurring.Interval.YEAR);
        update(
                plan,
                SubscriptionUpdateParams.builder()
                        .addItem(yearly)
                        .setProrationBehavior(ProrationBehavior.NONE));

        assertThat(latest(reload(plan)).getTotal()).isEqualTo(36000);
        assertThat(latest(reload(plan)).getStatus()).isEqualTo("paid");
    }

    @Test
    void aSkippedMonthIsATrialWithAnInvoiceOfNothing() throws StripeException {
        Subscription plan = started();
        long until = simulator.clock().instant().plus(Duration.ofDays(60)).getEpochSecond();
        update(
                plan,
                SubscriptionUpdateParams.builder()
                        .setTrialEnd(until)
                        .setProrationBehavior(ProrationBehavior.NONE));
        assertThat(reload(plan).getStatus()).isEqualTo("trialing");
        assertThat(latest(reload(plan)).getTotal()).isZero();

        simulator.clock().advance(Duration.ofDays(60).plusHours(2));
        assertThat(reload(plan).getStatus()).isEqualTo("active");
        assertThat(latest(reload(plan)).getTotal()).isEqualTo(3000);
    }

    @Test
    void noTrialEndsMoreThanTwoYearsAhead() throws StripeException {
        Subscription plan = started();
        long until = simulator.clock().instant().plus(Duration.ofDays(740)).getEpochSecond();

        assertThatThrownBy(
                        () -> update(plan, SubscriptionUpdateParams.builder().setTrialEnd(until)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("two years");
    }

    @Test
    void stoppingAtThePeriodsEndCanBeUndone() throws StripeException {
        Subscription plan = started();
        update(plan, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true));
        assertThat(reload(plan).getCancelAt())
                .isEqualTo(reload(plan).getItems().getData().getFirst().getCurrentPeriodEnd());
        update(plan, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(false));
        assertThat(reload(plan).getCancelAt()).isNull();

        update(plan, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true));
        simulator.clock().advance(untilRenewal(plan));
        assertThat(reload(plan).getStatus()).isEqualTo("canceled");
        assertThat(inbox.types()).endsWith("customer.subscription.deleted");
    }

    @Test
    void aShopThatDoesNotAnswerInvoiceCreatedWaits() throws StripeException {
        Subscription plan = started();
        simulator.clock().advance(untilRenewal(plan).minusMinutes(1));
        inbox.refuse(1000);
        simulator.clock().advance(Duration.ofHours(30));
        assertThat(latest(reload(plan)).getStatus()).isEqualTo("draft");

        simulator.clock().advance(Duration.ofHours(50));
        assertThat(latest(reload(plan)).getStatus()).isEqualTo("paid");
    }

    @Test
    void thePortalLetsACustomerStop() throws StripeException {
        Subscription plan = started();
        var features =
                ConfigurationCreateParams.Features.builder()
                        .setPaymentMethodUpdate(
                                ConfigurationCreateParams.Features.PaymentMethodUpdate.builder()
                                        .setEnabled(true)
                                        .build())
                        .build();
        stripe.v1()
                .billingPortal()
                .configurations()
                .create(ConfigurationCreateParams.builder().setFeatures(features).build());
        var params =
                com.stripe.param.billingportal.SessionCreateParams.builder()
                        .setCustomer(plan.getCustomer())
                        .setReturnUrl("http://localhost:8080/ja/me")
                        .build();
        var session = stripe.v1().billingPortal().sessions().create(params);

        assertThat(session.getUrl()).startsWith(simulator.baseUrl() + "/p/session/bps_");
    }

    private Subscription started() throws StripeException {
        PriceData price =
                PriceData.builder()
                        .setCurrency("jpy")
                        .setUnitAmount(3000L)
                        .setProduct(product.getId())
                        .setRecurring(
                                PriceData.Recurring.builder()
                                        .setInterval(PriceData.Recurring.Interval.MONTH)
                                        .build())
                        .build();
        SessionCreateParams params =
                SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                        .setSuccessUrl("http://localhost:8080/en/give/thanks")
                        .setCustomerEmail("shopper@example.com")
                        .setSubscriptionData(
                                SessionCreateParams.SubscriptionData.builder()
                                        .putMetadata("plan", "1")
                                        .build())
                        .addLineItem(LineItem.builder().setQuantity(1L).setPriceData(price).build())
                        .build();
        Session session = stripe.v1().checkout().sessions().create(params);
        assertThat(simulator.shopper(session.getId()).payByCard(GOOD).status())
                .isEqualTo(Outcome.Status.PAID);
        simulator.settle();
        return stripe.v1().subscriptions().retrieve(reload(session).getSubscription());
    }

    private Subscription reload(Subscription plan) throws StripeException {
        return stripe.v1().subscriptions().retrieve(plan.getId());
    }

    private Invoice latest(Subscription plan) throws StripeException {
        return stripe.v1()
                .invoices()
                .retrieve(
                        plan.getLatestInvoice(),
                        InvoiceRetrieveParams.builder().addAllExpand(List.of("payments")).build());
    }

    private void update(Subscription plan, SubscriptionUpdateParams.Builder params)
            throws StripeException {
        stripe.v1().subscriptions().update(plan.getId(), params.build());
    }

    private Duration untilRenewal(Subscription plan) {
        long end = plan.getItems().getData().getFirst().getCurrentPeriodEnd();
        return Duration.between(simulator.clock().instant(), Instant.ofEpochSecond(end));
    }

    private SubscriptionUpdateParams.Item price(Subscription plan, long amount) {
        return price(
                plan, amount, SubscriptionUpdateParams.Item.PriceData.Recurring.Interval.MONTH);
    }

    private SubscriptionUpdateParams.Item price(
            Subscription plan,
            long amount,
            SubscriptionUpdateParams.Item.PriceData.Recurring.Interval interval) {
        return SubscriptionUpdateParams.Item.builder()
                .setId(plan.getItems().getData().getFirst().getId())
                .setPriceData(
                        SubscriptionUpdateParams.Item.PriceData.builder()
                                .setCurrency("jpy")
                                .setProduct(product.getId())
                                .setUnitAmount(amount)
                                .setRecurring(
                                        SubscriptionUpdateParams.Item.PriceData.Recurring.builder()
                                                .setInterval(interval)
                                                .build())
                                .build())
                .build();
    }
}
