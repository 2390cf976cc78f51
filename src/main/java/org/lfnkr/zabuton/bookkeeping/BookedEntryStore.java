package org.lfnkr.zabuton.bookkeeping;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Entries of the journal as pages show them, each with its postings. */
@Repository
class BookedEntryStore {

    private final DatabaseClient database;

    BookedEntryStore(DatabaseClient database) {
        this.database = database;
    }

    /** The entries that a payment and what became of it have made, oldest first. */
    Flux<BookedEntry> of(PaymentId payment) {
        return database.sql(
                        """
                        select e.id, e.kind, e.occurred_on, e.booked_on, p.yen, a.name_en, a.name_ja,
                               f.name_en as fund_en, f.name_ja as fund_ja
                        from bookkeeping.movement m
                            join ledger.entry e on e.source = m.source
                            join ledger.posting p on p.entry_id = e.id
                            join ledger.account a on a.code = p.account
                            left join ledger.fund f on f.code = p.fund
                        where m.payment = :payment
                        order by m.no, p.line
                        """)
                .bind("payment", payment.value())
                .map(Line::of)
                .all()
                .bufferUntilChanged(Line::entry)
                .map(Line::entry);
    }

    /** The entries with these sources, oldest first. */
    Flux<BookedEntry> of(Collection<String> sources) {
        return database.sql(
                        """
                        select e.id, e.kind, e.occurred_on, e.booked_on, p.yen, a.name_en, a.name_ja,
                               f.name_en as fund_en, f.name_ja as fund_ja
                        from ledger.entry e
                            join ledger.posting p on p.entry_id = e.id
                            join ledger.account a on a.code = p.account
                            left join ledger.fund f on f.code = p.fund
                        where e.source = any(:sources)
                        order by e.id, p.line
                        """)
                .bind("sources", sources.toArray(String[]::new))
                .map(Line::of)
                .all()
                .bufferUntilChanged(Line::entry)
                .map(Line::entry);
    }

    /** A posting, and what is told of its entry. */
    private record Line(
            long entry,
            String kind,
            LocalDate occurredOn,
            LocalDate bookedOn,
            BookedPosting posting) {

        static Line of(Readable row) {
            String fund = row.get("fund_en", String.class);
            return new Line(
                    Row.whole(row, "id"),
                    Row.text(row, "kind"),
                    Row.day(row, "occurred_on"),
                    Row.day(row, "booked_on"),
                    new BookedPosting(
                            new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                            fund == null ? null : new Bilingual(fund, Row.text(row, "fund_ja")),
                            Row.money(row, "yen")));
        }

        static BookedEntry entry(List<Line> lines) {
            Line first = lines.getFirst();
            return new BookedEntry(
                    first.entry(),
                    first.occurredOn(),
                    first.bookedOn(),
                    first.kind(),
                    lines.stream().map(Line::posting).toList());
        }
    }
}
