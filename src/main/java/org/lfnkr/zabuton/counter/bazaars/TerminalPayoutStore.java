package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.counter.TerminalPayout;
import org.lfnkr.zabuton.ledger.Source;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class TerminalPayoutStore {

    private final DatabaseClient database;

    TerminalPayoutStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<TerminalPayout> find(UUID bazaar) {
        return database.sql("select * from counter.payout where bazaar = :bazaar")
                .bind("bazaar", bazaar)
                .map(TerminalPayout::of)
                .one();
    }

    /** Whether the books have something of the bank under that reference. */
    Mono<Boolean> isTaken(String reference) {
        return database.sql("select exists (select from ledger.entry where source = :source)")
                .bind("source", Source.Kind.BANK.code() + ":" + reference)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> add(UUID bazaar, TerminalPayout payout, String by, Instant at) {
        return database.sql(
                        """
                        insert into counter.payout (bazaar, yen, arrived_on, reference, noted_by, noted_at)
                        values (:bazaar, :yen, :day, :reference, :by, :at)
                        """)
                .bind("bazaar", bazaar)
                .bind("yen", payout.amount().yen())
                .bind("day", payout.arrivedOn())
                .bind("reference", payout.reference())
                .bind("by", by)
                .bind("at", at)
                .then();
    }
}
