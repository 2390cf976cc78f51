package org.lfnkr.zabuton.giving.plans.desk;

import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.plans.GiftPlanStore;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;

/** Reads plans as staff look for them, with what payments knows of each. */
@Repository
class PlanDeskStore {

    /** As {@link GiftPlanView#state()} decides it. */
    private static final String LISTED =
            """
            select * from (
                select g.reference, g.begun_at, g.next_charge_at, t.amount, t.rhythm,
                       case p.status when 'REQUESTED' then 'WAITING' when 'OPEN' then 'WAITING'
                                     when 'ACTIVE' then case when p.stops_at is not null then 'STOPPING'
                                                             when p.paused then 'PAUSED' else 'ACTIVE' end
                                     else p.status end as state,
                       cast(coalesce((select sum(o.amount) from payments.overdue o
                                      where o.plan = p.id and p.status = 'PAST_DUE'), 0) as bigint) as overdue,
                       (select min(o.billed_at) from payments.overdue o
                         where o.plan = p.id and p.status = 'PAST_DUE') as overdue_since
                from giving.plan g
                    join payments.plan p on p.id = g.payments_plan
                    join payments.plan_terms t on t.id = p.terms
                where g.begun_at >= :from and g.begun_at < :until) as plan
            where (:state = '' or state = :state)
            """;

    private static final Place BEGINNING = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");

    private final DatabaseClient database;

    PlanDeskStore(DatabaseClient database) {
        this.database = database;
    }

    /** Where a plan stands in the list. */
    record Place(Instant begunAt, String reference) {

        static Place of(ListedPlan plan) {
            return new Place(plan.begunAt(), plan.reference());
        }
    }

    /**
     * Those that were asked for last come first.
     *
     * @param after behind which place
     */
    Flux<ListedPlan> after(PlanFilter filter, Place after, int most) {
        return filtered(
                        LISTED
                                + """
                                  and (begun_at, reference) < (:at, :reference)
                                  order by begun_at desc, reference desc limit :most
                                  """,
                        filter)
                .bind("at", after.begunAt())
                .bind("reference", after.reference())
                .bind("most", most)
                .map(ListedPlan::of)
                .all();
    }

    Mono<PlanTotals> totals(PlanFilter filter) {
        return filtered(
                        """
                        select count(*) as plans, count(*) filter (where running) as running,
                               cast(coalesce(sum(amount) filter (where running and rhythm = 'MONTHLY'), 0)
                                   as bigint) as monthly,
                               cast(coalesce(sum(amount) filter (where running and rhythm = 'YEARLY'), 0)
                                   as bigint) as yearly,
                               cast(coalesce(sum(overdue), 0) as bigint) as overdue
                        from (select listed.*, state in ('ACTIVE', 'PAUSED', 'STOPPING', 'PAST_DUE') as running
                              from (
                        """
                                + LISTED
                                + """
                                  order by begun_at desc, reference desc limit :counted) as listed) as counted
                                """,
                        filter)
                .bind("counted", PlanTotals.MOST + 1)
                .map(
                        row ->
                                new PlanTotals(
                                        Row.whole(row, "plans"),
                                        Row.whole(row, "running"),
                                        Row.money(row, "monthly"),
                                        Row.money(row, "yearly"),
                                        Row.money(row, "overdue")))
                .one();
    }

    /** Where the plan of that reference stands; of any other, the list begins. */
    Mono<Place> place(String reference) {
        return database.sql(
                        "select begun_at, reference from giving.plan where reference = :reference")
                .bind("reference", reference)
                .map(row -> new Place(Row.instant(row, "begun_at"), Row.text(row, "reference")))
                .one()
                .defaultIfEmpty(BEGINNING);
    }

    /** Plans of which a charge was tried in vain. */
    Mono<Tally> overdue() {
        return database.sql(
                        """
                        select count(*) as count, min(o.billed_at) as oldest,
                               cast(coalesce(sum(o.amount), 0) as bigint) as yen
                        from payments.plan p
                            left join lateral (
                                select min(billed_at) as billed_at, sum(amount) as amount
                                from payments.overdue where plan = p.id) o on true
                        where p.status = 'PAST_DUE'
                        """)
                .map(Tally::ofMoney)
                .one();
    }

    Mono<GiftPlan> find(String reference) {
        return database.sql("select * from giving.plan where reference = :reference")
                .bind("reference", reference)
                .map(GiftPlanStore::plan)
                .one();
    }

    private GenericExecuteSpec filtered(String sql, PlanFilter filter) {
        return database.sql(sql)
                .bind("from", filter.begin())
                .bind("until", filter.end())
                .bind("state", filter.stateName());
    }
}
