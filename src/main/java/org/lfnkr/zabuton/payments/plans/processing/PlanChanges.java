package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.settlement.PlanState;
import org.lfnkr.zabuton.payments.plans.settlement.PlanStep;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What becomes of a plan's row, whose lock the caller holds. */
@Repository
class PlanChanges {

    private static final String FAIL =
            """
            insert into payments.overdue
                (invoice, plan, amount, attempts, needs_action, needs_card, next_attempt_at, billed_at)
            values (:invoice, :id, :amount, :attempts, :action, :card, :next, :at)
            on conflict (invoice) do update set attempts = excluded.attempts,
                needs_action = excluded.needs_action, needs_card = excluded.needs_card,
                next_attempt_at = excluded.next_attempt_at
            """;

    private final DatabaseClient database;

    PlanChanges(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> adopt(PlanId id, String session) {
        return change("session = :session", id).bind("session", session).then();
    }

    Mono<Void> subscribe(PlanId id, PlanStep.Subscribe step) {
        return change(
                        "subscription = :subscription, customer = :customer, item = :item,"
                                + " status = case when status in ('REQUESTED', 'OPEN')"
                                + " then 'INCOMPLETE' else status end",
                        id)
                .bind("subscription", step.subscription())
                .bind("customer", step.customer())
                .bind("item", step.item())
                .then();
    }

    Mono<Void> open(PlanId id) {
        return change("status = 'OPEN'", id).then();
    }

    Mono<Void> hold(PlanId id, HoldReason reason) {
        return change("status = 'HELD', held_for = :reason", id)
                .bind("reason", reason.name())
                .then();
    }

    Mono<Void> price(UUID terms, String price) {
        return database.sql("update payments.plan_terms set price = :price where id = :terms")
                .bind("price", price)
                .bind("terms", terms)
                .then();
    }

    Mono<Void> start(PlanId id, Instant at) {
        return change("started_at = :at", id).bind("at", at).then();
    }

    Mono<Void> keep(PlanId id, PlanState state) {
        return change(
                        "status = :status, terms = :terms, anchor = :anchor,"
                                + " counted_from = :from,"
                                + " period_end = :end, charge_at = :charge, paused = :paused,"
                                + " paused_until = :until, stops_at = :stops,"
                                + " stops_by_time = :bytime, method = :method,"
                                + " card_expires = :expires, customers_method = :left,"
                                + " drafted = :drafted",
                        id)
                .bind("status", state.status().name())
                .bind("terms", state.terms())
                .bind("anchor", state.calendar().anchor())
                .bind("from", state.calendar().countedFrom())
                .bind("end", state.calendar().periodEnd())
                .bind("charge", state.calendar().chargeAt())
                .bind("paused", state.paused())
                .bind("until", Parameter.fromOrEmpty(state.pausedUntil(), Instant.class))
                .bind("stops", Parameter.fromOrEmpty(state.stopsAt(), Instant.class))
                .bind("bytime", state.stopsByTime())
                .bind("method", Parameter.fromOrEmpty(state.method(), String.class))
                .bind("left", Parameter.fromOrEmpty(state.customersMethod(), String.class))
                .bind("drafted", Parameter.fromOrEmpty(state.drafted(), Long.class))
                .bind("expires", Parameter.fromOrEmpty(state.cardExpires(), LocalDate.class))
                .then();
    }

    Mono<Void> fail(PlanId id, PlanFacts.Billed invoice) {
        return database.sql(FAIL)
                .bind("invoice", invoice.id())
                .bind("id", id.value())
                .bind("amount", invoice.amount())
                .bind("attempts", invoice.attempts())
                .bind("action", invoice.needsAction())
                .bind("card", invoice.needsCard())
                .bind("next", Parameter.fromOrEmpty(invoice.nextAttemptAt(), Instant.class))
                .bind("at", invoice.at())
                .then();
    }

    Mono<Void> close(String invoice) {
        return database.sql("delete from payments.overdue where invoice = :invoice")
                .bind("invoice", invoice)
                .then();
    }

    Mono<Void> end(PlanId id, PlanStep.End end, Instant now) {
        return change(
                        "status = :status, held_for = null, end_reason = :reason, ended_at = :now,"
                                + " paused = false, paused_until = null",
                        id)
                .bind("status", end.status().name())
                .bind("reason", end.reason().name())
                .bind("now", now)
                .then()
                .then(
                        database.sql("delete from payments.overdue where plan = :id")
                                .bind("id", id.value())
                                .then());
    }

    /** From here on, answers to questions that were asked before now are not recorded any more. */
    Mono<Void> answered(PlanId id, long asked) {
        return change("asked = :asked, recorded = nextval('payments.inquiry')", id)
                .bind("asked", asked)
                .then();
    }

    private GenericExecuteSpec change(String what, PlanId id) {
        return database.sql("update payments.plan set " + what + " where id = :id")
                .bind("id", id.value());
    }
}
