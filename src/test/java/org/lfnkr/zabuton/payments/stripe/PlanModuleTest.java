package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;

import org.junit.jupiter.api.AfterEach;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanRequest;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.PlanView;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.payments.plans.processing.PlanInquiry;
import org.lfnkr.zabuton.payments.plans.processing.PlanStore;
import org.lfnkr.zabuton.payments.plans.processing.PlanSweep;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.lfnkr.zabuton.payments.plans.processing.WishSender;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundSender;
import org.lfnkr.zabuton.simulator.AfterRetries;
import org.lfnkr.zabuton.simulator.RecordedRequest;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.SimulatedTimeTest;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** A shop that takes payments again and again, in one time with Stripe's simulator. */
@SimulatedTimeTest
abstract class PlanModuleTest {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(22, 0);

    static final String CARD = "4242424242424242";
    static final String OTHER_CARD = "5555555555554444";
    static final String FAILS_LATER = "4000000000000341";
    static final String LOST = "4000000000009987";
    static final String THREE_D_SECURE = "4000002760003184";
    static final YearMonth FAR = YearMonth.of(2094, 12);
    static final Money GIFT = Money.yen(3000);

    @Autowired Plans plans;
    @Autowired Payments payments;
    @Autowired PlanStore store;
    @Autowired PlanInquiry inquiry;
    @Autowired WorkQueue queue;
    @Autowired InboxRelay relay;
    @Autowired WishSender sender;
    @Autowired RefundSender refundSender;
    @Autowired PlanSweep planSweep;
    @Autowired Sweep sweep;
    @Autowired Vault vault;
    @Autowired DatabaseClient database;
    @Autowired StripeSimulator stripe;
    @Autowired StripeClient client;

    final String purpose = "plan:" + UUID.randomUUID();
    final String firstTerms = "terms:" + UUID.randomUUID();
    final SubjectId[] payer = new SubjectId[1];

    /** What stays would be charged in the next test's time. */
    @AfterEach
    void endPlans() throws StripeException {
        stripe.faults().clear();
        stripe.afterRetries(AfterRetries.CANCEL);
        for (Subscription each : client.v1().subscriptions().list().getData()) {
            if (!each.getStatus().equals("incomplete_expired")) {
                client.v1().subscriptions().cancel(each.getId());
            }
        }
        hear();
        stripe.assertNoViolations();
    }

    PlanTerms terms(String name, Money amount, Rhythm rhythm) {
        return new PlanTerms(name, amount, rhythm);
    }

    PlanTerms newTerms(long yen, Rhythm rhythm) {
        return terms("terms:" + UUID.randomUUID(), Money.yen(yen), rhythm);
    }

    PlanRequest asked() {
        payer[0] = Await.value(vault.open());
        return new PlanRequest(
                purpose,
                terms(firstTerms, GIFT, Rhythm.MONTHLY),
                "Monthly gift",
                "A gift, and the fee.",
                payer[0],
                new EmailAddress("giver@example.org"),
                Language.EN,
                URI.create("https://shop.example/en/thanks"),
                URI.create("https://shop.example/en/give"));
    }

    PlanId requested() {
        return Await.value(plans.request(asked()));
    }

    PlanId opened() {
        PlanId id = requested();
        assertThat(opening(id)).isInstanceOf(Opening.Open.class);
        return id;
    }

    Opening opening(PlanId id) {
        return Await.value(plans.open(id));
    }

    /**
     * A plan that begins in the middle of a day in Tokyo, whose days are those that Stripe counts,
     * whatever the hour is now.
     */
    PlanId started() {
        LocalTime time = LocalTime.ofInstant(now(), BusinessDate.TOKYO);
        if (time.isBefore(MORNING) || time.isAfter(EVENING)) {
            advance(Duration.between(now(), noonAfter(now())));
        }
        return begun();
    }

    private static Instant noonAfter(Instant moment) {
        LocalDateTime there = LocalDateTime.ofInstant(moment, BusinessDate.TOKYO);
        LocalDate day =
                there.toLocalTime().isAfter(EVENING)
                        ? there.toLocalDate().plusDays(1)
                        : there.toLocalDate();
        return day.atTime(LocalTime.NOON).atZone(BusinessDate.TOKYO).toInstant();
    }

    private PlanId begun() {
        PlanId id = opened();
        pay(id);
        hear();
        return id;
    }

    /**
     * A plan whose first charge is made at this moment of its year, the next time that it comes.
     */
    PlanId startedOn(String monthDayAndTime) {
        advanceTo(next(monthDayAndTime));
        return begun();
    }

    Instant next(String monthDayAndTime) {
        int year = now().atOffset(java.time.ZoneOffset.UTC).getYear();
        Instant this_ = Instant.parse(year + "-" + monthDayAndTime + "Z");
        return this_.isAfter(now())
                ? this_
                : Instant.parse((year + 1) + "-" + monthDayAndTime + "Z");
    }

    void pay(PlanId id) {
        stripe.shopper(session(id)).payByCard(CARD);
    }

    String session(PlanId id) {
        return String.valueOf(plan(id).session());
    }

    Plan plan(PlanId id) {
        return Await.value(store.find(id));
    }

    Instant now() {
        return stripe.clock().instant();
    }

    /** Every webhook has arrived and been worked off. */
    void hear() {
        stripe.settle();
        Await.done(queue.drain(relay));
    }

    /** Hears everything on the way, hour by hour where something is due. */
    void advance(Duration duration) {
        advanceTo(now().plus(duration));
    }

    void advanceTo(Instant moment) {
        while (now().plus(Duration.ofDays(1)).isBefore(moment)) {
            stripe.clock().advance(Duration.ofDays(1));
            hear();
        }
        stripe.clock().advance(Duration.between(now(), moment));
        hear();
    }

    /** Just after the next charge was made, or left out. */
    void advancePastCharge(PlanId id) {
        advanceTo(plan(id).begunCalendar().chargeAt().plus(Duration.ofHours(2)));
    }

    void wish(Mono<WishResult> wish) {
        assertThat(Await.value(wish)).isEqualTo(new WishResult.Noted());
        sendWishes();
    }

    void sendWishes() {
        Await.done(queue.drain(sender));
        hear();
    }

    WishResult.Reason refusal(Mono<WishResult> wish) {
        return ((WishResult.Refused) Await.value(wish)).reason();
    }

    PlanView view(PlanId id) {
        return Await.value(plans.view(id));
    }

    PlanStatus status(PlanId id) {
        return view(id).status();
    }

    /** What was told about the plan, in order. */
    List<String> told() {
        return told(purpose);
    }

    List<String> told(String stream) {
        return strings(
                "select replace(initcap(replace(split_part(type, '.', 2), '-', ' ')), ' ', '')"
                        + " || coalesce(' ' || (body ->> 'what'), '')"
                        + " || coalesce(' ' || (body ->> 'reason'), '')"
                        + " || coalesce(' ' || (body ->> 'attempt'), '')"
                        + " from outbox.event where stream = '"
                        + stream
                        + "' order by id");
    }

    /** Amounts of the payments that were settled under these terms, in order. */
    List<String> settled(String stream) {
        return strings(
                "select body ->> 'amount' from outbox.event where type = 'payments.payment-settled.1'"
                        + " and stream = '"
                        + stream
                        + "' order by id");
    }

    List<PaymentId> paid(PlanId id) {
        return strings(
                        "select cast(id as text) from payments.payment where plan = '"
                                + id
                                + "' order by requested_at")
                .stream()
                .map(text -> new PaymentId(UUID.fromString(text)))
                .toList();
    }

    List<String> strings(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).all().collectList());
    }

    Subscription subscription(PlanId id) throws StripeException {
        return client.v1().subscriptions().retrieve(String.valueOf(plan(id).subscription()));
    }

    Invoice latestInvoice(PlanId id) throws StripeException {
        return client.v1().invoices().retrieve(subscription(id).getLatestInvoice());
    }

    void leaveCard(PlanId id, String number) {
        stripe.replaceCard(String.valueOf(plan(id).customer()), number, FAR);
    }

    List<RecordedRequest> calls(String method, String pathStart) {
        return stripe.requests().stream()
                .filter(call -> call.method().equals(method) && call.path().startsWith(pathStart))
                .toList();
    }
}
