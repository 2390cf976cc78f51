package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.CodeLapsing;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.time.Clock;

/** Finds those whose konbini code ends soon, each once. */
@Repository
class ReminderStore {

    /** From noon of the day before on, in Japan: codes are good to the end of a day. */
    private static final String CLAIM_REMINDERS =
            """
            update payments.payment set reminded_at = :now
            where id in (select id from payments.payment
                         where status = 'AWAITING' and reminded_at is null
                           and cancel_asked_at is null
                           and pay_by > :now and pay_by <= :now + interval '36 hours'
                         order by pay_by limit 50 for update skip locked)
            returning id, purpose, pay_by
            """;

    private final DatabaseClient database;
    private final Clock clock;

    ReminderStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Some codes whose payers have not been reminded yet, a day before they lapse. */
    Flux<CodeLapsing> claim() {
        return database.sql(CLAIM_REMINDERS)
                .bind("now", clock.instant())
                .map(
                        row ->
                                new CodeLapsing(
                                        new PaymentId(Row.uuid(row, "id")),
                                        Row.text(row, "purpose"),
                                        Row.instant(row, "pay_by")))
                .all();
    }
}
