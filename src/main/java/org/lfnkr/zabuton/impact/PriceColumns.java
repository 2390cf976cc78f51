package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.PriceVersion.Claim;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** A version as columns of a row, for the tables of versions and of drafts. */
public final class PriceColumns {

    private PriceColumns() {}

    /** Binds id, outcome, yen, units, from, evidence, on, until, file and sha256. */
    public static GenericExecuteSpec bind(GenericExecuteSpec sql, PriceVersion version) {
        Claim claim = version.claim();
        return sql.bind("id", version.id())
                .bind("outcome", version.outcome().code())
                .bind("from", version.from())
                .bind("evidence", version.ground())
                .bind("yen", in(claim, Claim::yen, Long.class))
                .bind("units", in(claim, Claim::units, Long.class))
                .bind("on", in(claim, Claim::on, LocalDate.class))
                .bind("until", in(claim, Claim::until, LocalDate.class))
                .bind("file", in(claim, Claim::file, UUID.class))
                .bind("sha256", in(claim, Claim::sha256, String.class));
    }

    private static <T> Parameter in(
            @Nullable Claim claim, Function<Claim, @Nullable T> column, Class<T> type) {
        T value = claim == null ? null : column.apply(claim);
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
