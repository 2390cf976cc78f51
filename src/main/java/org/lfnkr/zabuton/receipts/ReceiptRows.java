package org.lfnkr.zabuton.receipts;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;

import java.util.List;
import java.util.UUID;

/** Receipts as they stand in the database. */
final class ReceiptRows {

    static final String SELECT =
            """
            select id, number, supporter, year, gift, cover, language, issued_at, subject, kept_until,
                   void_for, replaces,
                   array(select distinct next.number
                           from receipts.payment own
                           join receipts.payment other on other.payment = own.payment and other.holds
                           join receipts.receipt next on next.id = other.receipt
                          where own.receipt = r.id and not own.holds
                          order by next.number) as successors
              from receipts.receipt r
            """;

    private ReceiptRows() {}

    static Receipt receipt(Readable row) {
        String voidFor = row.get("void_for", String.class);
        UUID replaces = row.get("replaces", UUID.class);
        return new Receipt(
                new ReceiptId(Row.uuid(row, "id")),
                Row.text(row, "number"),
                Row.uuid(row, "supporter"),
                row.get("year", Integer.class),
                new GiftParts(Row.money(row, "gift"), Row.money(row, "cover")),
                Language.of(Row.text(row, "language")).orElseThrow(),
                Row.instant(row, "issued_at"),
                new SubjectId(Row.uuid(row, "subject")),
                Row.day(row, "kept_until"),
                voidFor == null ? null : VoidReason.valueOf(voidFor),
                replaces == null ? null : new ReceiptId(replaces),
                List.of(Row.need(row, "successors", String[].class)));
    }
}
