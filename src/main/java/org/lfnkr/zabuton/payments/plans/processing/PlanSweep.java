package org.lfnkr.zabuton.payments.plans.processing;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.RetrySchedule;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanCardExpiring;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** Finds by itself what nobody tells about plans. */
@Component
public class PlanSweep implements Job {

    static final String KIND = "payments.plan-check";

    /** Until Stripe is asked for the first time, and about what a payer is busy with. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(PAUSE, Duration.ofHours(1), Duration.ofDays(3));

    /** A card is named by what Stripe calls it and its last day: a renewed one is another. */
    private static final String EXPIRING =
            """
            update payments.plan set card_told = method || ' ' || card_expires
            where id in (select id from payments.plan
                         where status in ('ACTIVE', 'PAST_DUE') and stops_at is null
                           and card_expires < :day
                           and card_told is distinct from method || ' ' || card_expires
                         order by card_expires limit 50 for update skip locked)
            returning id, purpose, card_expires
            """;

    /** Stripe may say nothing of a next try for a while. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    private static final String GIVEN_UP =
            """
            select p.id from payments.plan p
            where p.status = 'PAST_DUE'
              and exists (select from payments.overdue o where o.plan = p.id
                          and o.next_attempt_at is null and o.billed_at < :since)
              and not exists (select from payments.wish w where w.plan = p.id
                              and w.kind = 'GIVE_UP' and w.status = 'REQUESTED')
            order by p.id limit 50 for update of p skip locked
            """;

    private final PlanStore plans;
    private final PlanInquiry inquiry;
    private final Wishes wishes;
    private final DatabaseClient database;
    private final Outbox outbox;
    private final Clock clock;

    PlanSweep(
            PlanStore plans,
            PlanInquiry inquiry,
            Wishes wishes,
            DatabaseClient database,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.inquiry = inquiry;
        this.wishes = wishes;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public RetrySchedule schedule() {
        return SCHEDULE;
    }

    /** Asks Stripe about a plan, from time to time until it is over. */
    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        PlanId id = new PlanId(UUID.fromString(item.key()));
        return running(id)
                .flatMap(plan -> inquiry.ask(id))
                .flatMap(outcome -> running(id).map(plan -> next(outcome, plan.status())))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<Plan> running(PlanId id) {
        return plans.find(id).filter(plan -> !plan.status().isOver());
    }

    private static WorkResult next(Outcome outcome, PlanStatus status) {
        return outcome == Outcome.UNREACHABLE
                ? new WorkResult.Failed(outcome.name())
                : new WorkResult.Again(pause(status));
    }

    private static Duration pause(PlanStatus status) {
        return switch (status) {
            case ACTIVE, HELD -> Duration.ofDays(1);
            case PAST_DUE -> Duration.ofHours(6);
            case INCOMPLETE -> Duration.ofHours(1);
            case REQUESTED, OPEN, ENDED, EXPIRED -> PAUSE;
        };
    }

    /** Tells of some cards that expire within a month, once of each; says of how many. */
    @Transactional
    public Mono<Long> tellExpiring() {
        LocalDate day = BusinessDate.of(clock.instant()).plusMonths(1);
        return database.sql(EXPIRING)
                .bind("day", day)
                .map(this::expiring)
                .all()
                .concatMap(card -> outbox.append(card).thenReturn(card))
                .count();
    }

    /** Ends some plans that Stripe leaves past due although it tries no more; says how many. */
    @Transactional
    public Mono<Long> giveUp() {
        return database.sql(GIVEN_UP)
                .bind("since", clock.instant().minus(PATIENCE))
                .mapValue(UUID.class)
                .all()
                .concatMap(id -> plans.lock(new PlanId(id)))
                .concatMap(plan -> wishes.giveUp(plan).thenReturn(plan))
                .count();
    }

    private PlanCardExpiring expiring(Readable row) {
        return new PlanCardExpiring(
                new PlanId(Row.uuid(row, "id")),
                Row.text(row, "purpose"),
                YearMonth.from(Row.day(row, "card_expires")),
                clock.instant());
    }
}
