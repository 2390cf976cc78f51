package org.lfnkr.zabuton.payments.plans.processing;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.settlement.RecordedPlan;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Map;

/** Gathers all that is recorded of a plan whose row is locked for this transaction. */
@Repository
class PlanRecords {

    private final DatabaseClient database;
    private final PlanStore plans;
    private final InvoicePayments payments;
    private final WishStore wishes;

    PlanRecords(
            DatabaseClient database, PlanStore plans, InvoicePayments payments, WishStore wishes) {
        this.database = database;
        this.plans = plans;
        this.payments = payments;
        this.wishes = wishes;
    }

    Mono<RecordedPlan> gather(Plan plan) {
        return Mono.zip(
                        plans.terms(plan.id()).collectList(),
                        overdue(plan.id()),
                        payments.of(plan.id()),
                        wishes.waiting(plan.id()).collectList(),
                        wishes.isStopAsked(plan.id()))
                .map(
                        all ->
                                new RecordedPlan(
                                        plan,
                                        all.getT1(),
                                        all.getT2(),
                                        all.getT3(),
                                        all.getT4(),
                                        all.getT5()));
    }

    private Mono<Map<String, RecordedPlan.Overdue>> overdue(PlanId id) {
        return database.sql("select * from payments.overdue where plan = :id")
                .bind("id", id.value())
                .map(row -> Map.entry(Row.text(row, "invoice"), overdue(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static RecordedPlan.Overdue overdue(Readable row) {
        return new RecordedPlan.Overdue(
                Row.number(row, "attempts"),
                Row.flag(row, "needs_action"),
                Row.flag(row, "needs_card"),
                row.get("next_attempt_at", Instant.class));
    }
}
