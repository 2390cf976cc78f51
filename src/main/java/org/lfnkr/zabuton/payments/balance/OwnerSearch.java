package org.lfnkr.zabuton.payments.balance;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Outcome;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Instant;

/**
 * Finds out whose payment a line is of that no webhook has told of. What is ours is recorded as if
 * one had; what another tool on the same account did is told to the books as such. Nothing is taken
 * for foreign unless Stripe was asked.
 */
@Component
class OwnerSearch implements Job {

    static final String KIND = "payments.owner";

    private static final String ASKED =
            """
            select kind, gross, fee, source, created_at from payments.balance_line
            where id = :line and kind in ('CHARGE', 'REFUND', 'DISPUTE') and source is not null
              and not exists (select from payments.movement where balance_transaction = balance_line.id)
            """;

    private static final String DISOWN =
            """
            update payments.balance_line set kind = 'FOREIGN'
            where id = :line and kind in ('CHARGE', 'REFUND', 'DISPUTE')
              and not exists (select from payments.movement where balance_transaction = balance_line.id)
            """;

    private final DatabaseClient database;
    private final BalanceStore store;
    private final BalanceProvider stripe;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    OwnerSearch(
            DatabaseClient database,
            BalanceStore store,
            BalanceProvider stripe,
            Outbox outbox,
            TransactionalOperator transaction) {
        this.database = database;
        this.store = store;
        this.stripe = stripe;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return database.sql(ASKED)
                .bind("line", item.key())
                .map(row -> Asked.of(item.key(), row))
                .one()
                .flatMap(this::ask)
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> ask(Asked line) {
        return stripe.follow(line.kind(), line.source())
                .flatMap(
                        outcome ->
                                outcome == Outcome.FOREIGN
                                        ? disown(line).as(transaction::transactional)
                                        : told(line, outcome));
    }

    private Mono<WorkResult> disown(Asked line) {
        return database.sql(DISOWN)
                .bind("line", line.id())
                .fetch()
                .rowsUpdated()
                .filter(changed -> changed > 0)
                .flatMap(changed -> outbox.append(line.foreign()))
                .thenReturn(WorkResult.DONE);
    }

    /** Once it is recorded, the payment's own events bring it to the books. */
    private Mono<WorkResult> told(Asked line, Outcome outcome) {
        return store.isOfPayment(line.id())
                .map(
                        told ->
                                told
                                        ? WorkResult.DONE
                                        : new WorkResult.Failed("no payment yet: " + outcome));
    }

    private record Asked(
            String id, LineKind kind, long gross, long fee, String source, Instant createdAt) {

        static Asked of(String id, Readable row) {
            return new Asked(
                    id,
                    LineKind.valueOf(Row.text(row, "kind")),
                    Row.whole(row, "gross"),
                    Row.whole(row, "fee"),
                    Row.text(row, "source"),
                    Row.instant(row, "created_at"));
        }

        BalanceLineMoved foreign() {
            return new BalanceLineMoved(id, LineKind.FOREIGN, gross, fee, createdAt);
        }
    }
}
