package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A target as tables of versions and of drafts keep it. */
public final class TargetColumns {

    private TargetColumns() {}

    /** Binds {@code id, fund, from, target, since, closed, instead, en, ja}. */
    public static GenericExecuteSpec bind(GenericExecuteSpec sql, FundTarget target) {
        FundTarget.Need need = target.need();
        var instead = target.instead();
        return sql.bind("id", target.id())
                .bind("fund", target.fund().code())
                .bind("from", target.from())
                .bind(
                        "target",
                        need == null
                                ? Parameters.in(R2dbcType.BIGINT)
                                : Parameters.in(need.yen().yen()))
                .bind(
                        "since",
                        need == null ? Parameters.in(R2dbcType.DATE) : Parameters.in(need.since()))
                .bind("closed", target.closed())
                .bind(
                        "instead",
                        instead == null
                                ? Parameters.in(R2dbcType.VARCHAR)
                                : Parameters.in(instead.code()))
                .bind("en", target.reason().en())
                .bind("ja", target.reason().ja());
    }
}
