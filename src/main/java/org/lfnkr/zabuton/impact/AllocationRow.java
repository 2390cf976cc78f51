package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** A share of a version, as it is stored. */
record AllocationRow(int version, LocalDate effectiveFrom, String stream, Fund fund, int parts) {

    static AllocationRow of(Readable row) {
        return new AllocationRow(
                Row.number(row, "version"),
                Row.day(row, "effective_from"),
                Row.text(row, "stream"),
                new Fund(Row.text(row, "fund")),
                Row.number(row, "parts"));
    }

    /** All rows of one version. */
    static AllocationPolicy policy(List<AllocationRow> rows) {
        AllocationRow first = rows.getFirst();
        return new AllocationPolicy(
                first.version(),
                first.effectiveFrom(),
                shares(rows, "PROFIT"),
                shares(rows, "GIFT"));
    }

    private static Shares shares(List<AllocationRow> rows, String stream) {
        return new Shares(
                rows.stream()
                        .filter(row -> row.stream().equals(stream))
                        .collect(Collectors.toMap(AllocationRow::fund, AllocationRow::parts)));
    }
}
