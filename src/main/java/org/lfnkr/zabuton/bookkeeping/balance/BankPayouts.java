package org.lfnkr.zabuton.bookkeeping.balance;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.time.LocalDate;

/** What Stripe sent to the bank, or took from it, and no row of the bank has brought yet. */
@Repository
class BankPayouts {

    /** References of those that came back after a row had brought them. */
    static final String BACK = "/back";

    private static final int MOST = 20;

    private static final String SENT =
            """
            select p.id as reference, 'payout' as what, p.yen, p.arrives_on as day
            from payments.payout p
            where p.yen = :yen and p.status not in ('failed', 'canceled')
              and not exists (
                select from banking.match m
                where m.kind = 'payout' and m.reference = p.id and m.undone_at is null)
            order by abs(p.arrives_on - cast(:day as date)), p.id limit :most
            """;

    /** The bank had it, and gave it back. */
    private static final String RETURNED =
            """
            select p.id || '/back' as reference, 'payout.back' as what, -p.yen as yen, p.arrives_on as day
            from payments.payout p
            where p.yen = -cast(:yen as bigint) and p.status in ('failed', 'canceled')
              and exists (
                select from banking.match m
                where m.kind = 'payout' and m.reference = p.id and m.undone_at is null)
              and not exists (
                select from banking.match m
                where m.kind = 'payout' and m.reference = p.id || '/back' and m.undone_at is null)
            order by p.arrives_on, p.id limit :most
            """;

    private static final String TO_STRIPE =
            """
            select l.id as reference, 'top-up' as what, -l.gross as yen,
                   cast(l.created_at at time zone 'Asia/Tokyo' as date) as day
            from payments.balance_line l
            where l.kind = 'TOP_UP' and l.gross = -cast(:yen as bigint) and l.currency = 'jpy'
              and not exists (
                select from banking.match m
                where m.kind = 'payout' and m.reference = l.id and m.undone_at is null)
            order by l.created_at desc, l.id limit :most
            """;

    private final DatabaseClient database;

    BankPayouts(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Something between Stripe and the bank.
     *
     * @param what behind {@code banking.} in the messages
     * @param yen as the row has them
     */
    record OnItsWay(String reference, String what, Money yen, LocalDate day) {

        private static OnItsWay of(Readable row) {
            return new OnItsWay(
                    Row.text(row, "reference"),
                    Row.text(row, "what"),
                    Row.money(row, "yen"),
                    Row.day(row, "day"));
        }

        /** What Stripe calls it. */
        String name() {
            return reference.endsWith(BACK)
                    ? reference.substring(0, reference.length() - BACK.length())
                    : reference;
        }
    }

    /** Of the row's very sum, those nearest to its day first. */
    Flux<OnItsWay> like(BankRow row) {
        return Flux.concat(
                database.sql(SENT)
                        .bind("yen", row.yen().yen())
                        .bind("day", row.day())
                        .bind("most", MOST)
                        .map(OnItsWay::of)
                        .all(),
                asked(database.sql(RETURNED), row),
                asked(database.sql(TO_STRIPE), row));
    }

    private static Flux<OnItsWay> asked(DatabaseClient.GenericExecuteSpec wanted, BankRow row) {
        return wanted.bind("yen", row.yen().yen()).bind("most", MOST).map(OnItsWay::of).all();
    }
}
