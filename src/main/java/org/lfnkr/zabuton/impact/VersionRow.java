package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.PolicyVersion.Withdrawal;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.util.List;

/** A share of a version, with what else is said of the version. */
record VersionRow(AllocationRow share, Said said) {

    /** What stands beside the shares. */
    record Said(Bilingual reason, @Nullable Instant decidedAt, @Nullable Withdrawal withdrawal) {}

    static Said version(Readable row) {
        Instant withdrawn = row.get("withdrawn_at", Instant.class);
        return new Said(
                words(row, "reason"),
                row.get("decided_at", Instant.class),
                withdrawn == null ? null : new Withdrawal(withdrawn, words(row, "withdrawn")));
    }

    private static Bilingual words(Readable row, String column) {
        return new Bilingual(Row.text(row, column + "_en"), Row.text(row, column + "_ja"));
    }

    static PolicyVersion version(List<VersionRow> rows) {
        Said said = rows.getFirst().said();
        return new PolicyVersion(
                AllocationRow.policy(rows.stream().map(VersionRow::share).toList()),
                said.reason(),
                said.decidedAt(),
                said.withdrawal());
    }
}
