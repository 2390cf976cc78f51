package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.BusinessYear;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What went abroad in a year: every sum, however small, as certified organisations report it with
 * the papers on officers' pay once the year is over.
 */
@Service
class Remittances {

    private static final String ABROAD =
            DisbursementStore.SELECT
                    + """
                     where d.way <> 'HOME' and d.paid_on between :from and :until
                     order by d.paid_on, d.number
                    """;

    private final DatabaseClient database;
    private final ForeignSums foreign;
    private final AuditTrail audit;

    Remittances(DatabaseClient database, ForeignSums foreign, AuditTrail audit) {
        this.database = database;
        this.foreign = foreign;
        this.audit = audit;
    }

    /** By the days on which the bank paid them. */
    Flux<Remittance> of(BusinessYear year) {
        return database.sql(ABROAD)
                .bind("from", year.first())
                .bind("until", year.last())
                .map(DisbursementRow::of)
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(this::remittance);
    }

    private Mono<Remittance> remittance(Disbursement it) {
        return foreign.find(it.id())
                .map(sum -> new Remittance(it, sum))
                .defaultIfEmpty(new Remittance(it, null));
    }

    /**
     * The same, after it was noted who takes them away.
     *
     * @param actor the account of the member of staff
     */
    Flux<Remittance> export(BusinessYear year, String actor) {
        return audit.record(actor, "remittances.exported", Integer.toString(year.year()), "desk")
                .thenMany(Flux.defer(() -> of(year)));
    }
}
