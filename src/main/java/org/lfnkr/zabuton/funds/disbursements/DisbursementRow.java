package org.lfnkr.zabuton.funds.disbursements;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.Instant;
import java.time.LocalDate;

/** Reads disbursements from rows. */
public final class DisbursementRow {

    private DisbursementRow() {}

    /** Of the columns of {@link DisbursementStore#SELECT}. */
    public static Disbursement of(Readable row) {
        return new Disbursement(
                new DisbursementId(Row.uuid(row, "id")),
                Row.whole(row, "number"),
                DisbursementState.valueOf(Row.text(row, "state")),
                plan(row),
                new Bilingual(Row.text(row, "fund_en"), Row.text(row, "fund_ja")),
                outcome(row),
                row.get("unit_key", String.class),
                Row.number(row, "revision"),
                Row.money(row, "back"),
                Row.instant(row, "drafted_at"),
                row.get("approved_at", Instant.class),
                row.get("paid_on", LocalDate.class),
                row.get("invoiced_at", Instant.class),
                row.get("delivered_at", Instant.class));
    }

    private static Plan plan(Readable row) {
        return new Plan(
                new Fund(Row.text(row, "fund")),
                PayeeKind.valueOf(Row.text(row, "payee")),
                Purpose.valueOf(Row.text(row, "purpose")),
                row.get("outcome", String.class),
                row.get("units", Long.class),
                Row.money(row, "yen"),
                Row.money(row, "fee"),
                Way.valueOf(Row.text(row, "way")),
                Row.day(row, "pay_on"));
    }

    private static @Nullable Bilingual outcome(Readable row) {
        String name = row.get("outcome_en", String.class);
        return name == null ? null : new Bilingual(name, Row.text(row, "outcome_ja"));
    }
}
