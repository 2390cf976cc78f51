package org.lfnkr.zabuton.payments.plans.processing;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.settlement.PlanStep;
import org.lfnkr.zabuton.payments.plans.settlement.Terms;
import org.lfnkr.zabuton.payments.processing.PaymentChanges;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The payments that invoices make, each once. */
@Repository
class InvoicePayments {

    private static final String SETTLED =
            """
            insert into payments.payment
                (id, purpose, payer, status, amount, captured, requested_at, expires_at, intent,
                 method, settled_at, plan, invoice)
            values (:id, :purpose, :payer, 'SETTLED', :amount, :amount, :billed, :billed, :intent,
                 :method, :at, :plan, :invoice)
            """;

    private static final String HELD =
            """
            insert into payments.payment
                (id, purpose, payer, status, amount, held_for, requested_at, expires_at, intent,
                 plan, invoice)
            values (:id, :purpose, :payer, 'HELD', :amount, :reason, :billed, :billed, :intent,
                 :plan, :invoice)
            """;

    private final DatabaseClient database;
    private final PaymentChanges changes;

    InvoicePayments(DatabaseClient database, PaymentChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    /** The same for the same invoice, however often it is seen. */
    static PaymentId idOf(PlanFacts.Billed invoice) {
        byte[] name = invoice.id().getBytes(StandardCharsets.UTF_8);
        return new PaymentId(UUID.nameUUIDFromBytes(name));
    }

    Mono<Void> settle(Plan plan, PlanStep.Settle step) {
        return of(SETTLED, plan, step.terms(), step.invoice())
                .bind("intent", step.intent())
                .bind("method", step.charge().method())
                .bind("at", step.movement().at())
                .then()
                .then(
                        changes.move(
                                idOf(step.invoice()),
                                "CHARGE",
                                step.charge().id(),
                                step.movement()));
    }

    Mono<Void> hold(Plan plan, PlanStep.HoldPayment step) {
        return of(HELD, plan, step.terms(), step.invoice())
                .bind("reason", step.reason().name())
                .bind("intent", Parameter.fromOrEmpty(intent(step.invoice()), String.class))
                .then()
                .then(Mono.justOrEmpty(step.charge()))
                .flatMap(
                        charge ->
                                changes.moveHeld(
                                        idOf(step.invoice()),
                                        charge.id(),
                                        requireNonNull(charge.movement())));
    }

    private static @Nullable String intent(PlanFacts.Billed invoice) {
        return invoice.intent() == null ? null : invoice.intent().id();
    }

    private GenericExecuteSpec of(String sql, Plan plan, Terms terms, PlanFacts.Billed invoice) {
        return database.sql(sql)
                .bind("id", idOf(invoice).value())
                .bind("purpose", terms.purpose())
                .bind("payer", plan.payer().value())
                .bind("amount", terms.amount())
                .bind("billed", invoice.at())
                .bind("plan", plan.id().value())
                .bind("invoice", invoice.id());
    }

    /** The invoices of a plan that made payments. */
    Mono<Set<String>> of(PlanId plan) {
        return database.sql("select invoice from payments.payment where plan = :plan")
                .bind("plan", plan.value())
                .mapValue(String.class)
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }
}
