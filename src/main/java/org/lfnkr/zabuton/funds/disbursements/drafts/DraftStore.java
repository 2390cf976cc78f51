package org.lfnkr.zabuton.funds.disbursements.drafts;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.Plan;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes drafts; what was signed the database keeps as it is. */
@Repository
public class DraftStore {

    private final DatabaseClient database;

    DraftStore(DatabaseClient database) {
        this.database = database;
    }

    /** What a draft can choose from. */
    public Mono<Choices> choices() {
        return Mono.zip(funds(), outcomes()).map(both -> new Choices(both.getT1(), both.getT2()));
    }

    private Mono<List<PayingFund>> funds() {
        return database.sql(
                        """
                        select code, name_en, name_ja, restriction = 'PURPOSE' as restricted
                          from ledger.fund order by code
                        """)
                .map(PayingFund::of)
                .all()
                .collectList();
    }

    private Mono<List<Outcome>> outcomes() {
        return database.sql(
                        """
                        select code, name_en, name_ja, unit_key, fund from impact.outcome order by code
                        """)
                .map(Outcome::of)
                .all()
                .collectList();
    }

    Mono<Void> add(DisbursementId id, Plan plan, @Nullable SubjectId abroad, Instant at) {
        return bound(
                        """
                        insert into funds.disbursement (id, fund, payee, purpose, outcome, units, yen, fee, way,
                                                        pay_on, abroad, drafted_at)
                        values (:id, :fund, :payee, :purpose, :outcome, :units, :yen, :fee, :way,
                                :payOn, :abroad, :at)
                        """,
                        id,
                        plan,
                        abroad)
                .bind("at", at)
                .then();
    }

    /**
     * Makes others wait who would change it.
     *
     * @return empty where it is no draft any more, or was changed since that revision
     */
    Mono<DisbursementId> lock(DisbursementId id, int revision) {
        return database.sql(
                        """
                        select id from funds.disbursement
                         where id = :id and revision = :revision and state = 'DRAFT' for no key update
                        """)
                .bind("id", id.value())
                .bind("revision", revision)
                .map(row -> id)
                .one();
    }

    Mono<Void> change(DisbursementId id, Plan plan, @Nullable SubjectId abroad) {
        return bound(
                        """
                        update funds.disbursement
                           set revision = revision + 1, fund = :fund, payee = :payee, purpose = :purpose,
                               outcome = :outcome, units = :units, yen = :yen, fee = :fee, way = :way,
                               pay_on = :payOn, abroad = :abroad
                         where id = :id
                        """,
                        id,
                        plan,
                        abroad)
                .then();
    }

    private GenericExecuteSpec bound(
            String sql, DisbursementId id, Plan plan, @Nullable SubjectId abroad) {
        return database.sql(sql)
                .bind("id", id.value())
                .bind("fund", plan.fund().code())
                .bind("payee", plan.payee().name())
                .bind("purpose", plan.purpose().name())
                .bind("outcome", nullable(plan.outcome(), String.class))
                .bind("units", nullable(plan.units(), Long.class))
                .bind("yen", plan.yen().yen())
                .bind("fee", plan.fee().yen())
                .bind("way", plan.way().name())
                .bind("payOn", plan.payOn())
                .bind("abroad", nullable(abroad == null ? null : abroad.value(), UUID.class));
    }

    private static Parameter nullable(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    /** False where it is no draft any more. */
    Mono<Boolean> withdraw(DisbursementId id, Instant at) {
        return database.sql(
                        """
                        update funds.disbursement set withdrawn_at = :at where id = :id and state = 'DRAFT'
                        """)
                .bind("id", id.value())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
