package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Card;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Bill;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Billed;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Page;
import org.lfnkr.zabuton.payments.plans.PlanFacts.State;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Subscribed;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.vault.SubjectId;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A plan of ¥3,000 a month as it is recorded and as Stripe tells of it; tests say what differs. */
final class PlanSamples {

    static final Instant BEGUN = Instant.parse("2026-03-10T03:00:00Z");
    static final Instant SECOND = Instant.parse("2026-04-10T03:00:00Z");
    static final Instant THIRD = Instant.parse("2026-05-10T03:00:00Z");
    static final PlanId PLAN = new PlanId(new UUID(1, 1));
    static final UUID TERMS = new UUID(2, 1);
    static final UUID OTHER_TERMS = new UUID(2, 2);
    static final Card CARD = new Card("visa", "4242", YearMonth.of(2028, 2));

    private PlanSamples() {}

    static Plan.Calendar calendar(Instant end) {
        return new Plan.Calendar(BEGUN, BusinessDate.of(BEGUN), end, end);
    }

    static Wish wish(Wish.Kind kind) {
        return wish(kind, null, Map.of());
    }

    static Wish wish(Wish.Kind kind, @Nullable UUID terms, Map<String, Object> parameters) {
        return new Wish(UUID.randomUUID(), PLAN, kind, terms, parameters);
    }

    static Facts.Movement movement(long yen, String currency) {
        return new Facts.Movement("txn_1", yen, 108, currency, BEGUN.plusSeconds(5));
    }

    static Facts.Intent intent(Facts.@Nullable Movement movement) {
        Facts.Charge charge = new Facts.Charge("ch_1", "card", movement);
        return new Facts.Intent("pi_1", false, 3000, "jpy", null, charge);
    }

    static Page page(Facts.SessionState state) {
        return new Page("cs_1", state, false, 3000, "jpy", null, null);
    }

    /** What is on record: at first a wish that nobody has asked Stripe for. */
    static final class OnRecord {

        PlanStatus status = PlanStatus.REQUESTED;
        @Nullable Instant triedAt;
        boolean cancelAsked;
        @Nullable String session;
        @Nullable String subscription;
        Plan.@Nullable Calendar calendar;
        boolean paused;
        @Nullable Instant pausedUntil;
        @Nullable Instant stopsAt;
        @Nullable String method;
        @Nullable LocalDate cardExpires;
        @Nullable String customersMethod;
        @Nullable Long drafted;
        @Nullable HoldReason heldFor;
        boolean started;
        boolean stopAsked;
        Rhythm rhythm = Rhythm.MONTHLY;
        @Nullable String price;
        final List<Terms> moreTerms = new ArrayList<>();
        final Map<String, RecordedPlan.Overdue> overdue = new HashMap<>();
        final Set<String> invoices = new HashSet<>();
        final List<Wish> wishes = new ArrayList<>();

        /** Its first charge is paid, and all is known. */
        static OnRecord running() {
            OnRecord running = new OnRecord();
            running.status = PlanStatus.ACTIVE;
            running.triedAt = BEGUN;
            running.session = "cs_1";
            running.subscription = "sub_1";
            running.calendar = PlanSamples.calendar(SECOND);
            running.method = "pm_1";
            running.customersMethod = "pm_1";
            running.cardExpires = CARD.expires().atEndOfMonth();
            running.started = true;
            running.price = "price_1";
            running.invoices.add("in_1");
            return running;
        }

        Plan plan() {
            return new Plan(
                    PLAN,
                    "gift",
                    new SubjectId(new UUID(3, 1)),
                    Language.EN,
                    "prod_1",
                    "Gift",
                    status,
                    1,
                    BEGUN,
                    BEGUN.plus(Duration.ofHours(24)),
                    triedAt,
                    cancelAsked,
                    session,
                    subscription,
                    subscription == null ? null : "cus_1",
                    subscription == null ? null : "si_1",
                    TERMS,
                    calendar,
                    paused,
                    pausedUntil,
                    stopsAt,
                    false,
                    method,
                    cardExpires,
                    customersMethod,
                    drafted,
                    heldFor,
                    started,
                    0,
                    0);
        }

        RecordedPlan recorded() {
            List<Terms> terms = new ArrayList<>();
            terms.add(new Terms(TERMS, "gift:1", 3000, rhythm, price));
            terms.addAll(moreTerms);
            return new RecordedPlan(plan(), terms, overdue, invoices, wishes, stopAsked);
        }
    }

    /** A subscription that runs, in the month that is paid. */
    static final class AtStripe {

        State state = State.ACTIVE;
        boolean live;
        @Nullable UUID terms = TERMS;
        @Nullable UUID wish;
        Instant anchor = BEGUN;
        Instant periodStart = BEGUN;
        Instant periodEnd = SECOND;
        boolean paused;
        @Nullable Instant resumesAt;
        @Nullable Instant endsAt;
        boolean unpaid;
        PlanFacts.@Nullable Method method = new PlanFacts.Method("pm_1", CARD);
        @Nullable String customersMethod = "pm_1";
        boolean leftLater;

        Subscribed subscribed() {
            return new Subscribed(
                    "sub_1",
                    "cus_1",
                    "si_1",
                    live,
                    state,
                    terms,
                    wish,
                    "price_1",
                    anchor,
                    periodStart,
                    periodEnd,
                    paused,
                    resumesAt,
                    endsAt,
                    false,
                    unpaid,
                    method,
                    customersMethod,
                    leftLater);
        }
    }

    /** An invoice that is paid, with its charge in Stripe's balance. */
    static final class Invoice {

        String id = "in_2";
        Bill state = Bill.PAID;
        Instant at = SECOND;
        boolean live;
        long amount = 3000;
        String currency = "jpy";
        int attempts = 1;
        @Nullable Instant nextAttemptAt;
        @Nullable URI page;
        Facts.@Nullable Intent intent = PlanSamples.intent(movement(3000, "jpy"));
        boolean needsAction;
        boolean advances;

        /** It was tried in vain. */
        static Invoice overdue() {
            Invoice overdue = new Invoice();
            overdue.state = Bill.OPEN;
            overdue.intent = null;
            overdue.nextAttemptAt = SECOND.plus(Duration.ofDays(3));
            overdue.page = URI.create("https://invoice.example/in_2");
            return overdue;
        }

        Billed billed() {
            return new Billed(
                    id,
                    state,
                    at,
                    live,
                    amount,
                    currency,
                    TERMS,
                    "price_1",
                    attempts,
                    nextAttemptAt,
                    page,
                    intent,
                    needsAction,
                    false,
                    advances);
        }
    }
}
