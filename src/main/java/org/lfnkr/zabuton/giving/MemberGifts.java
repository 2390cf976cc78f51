package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.supporters.Member;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

/** What arrived from a member, for papers about it. */
@Repository
public class MemberGifts {

    private static final String GIFTS =
            """
            select c.payment, c.pledge, c.gift, c.cover, c.fee, c.method, c.refunded, c.disputed, c.lost,
                   c.corrections, c.charged_at, p.fund
              from giving.charge c join giving.pledge p on p.id = c.pledge
             where p.supporter = any(:supporters)
             order by c.charged_at, c.payment
            """;

    private static final String UNCHANGED = GIFTS + " for share of c";

    private final DatabaseClient database;

    MemberGifts(DatabaseClient database) {
        this.database = database;
    }

    /** Every payment that arrived, also those that went back, oldest first. */
    public Flux<MemberGift> of(Member member) {
        return of(member, GIFTS);
    }

    /** The same; nothing of it changes before the caller's transaction has ended. */
    public Flux<MemberGift> unchanged(Member member) {
        return of(member, UNCHANGED);
    }

    private Flux<MemberGift> of(Member member, String sql) {
        return database.sql(sql)
                .bind("supporters", member.ids())
                .map(
                        row ->
                                new MemberGift(
                                        ChargeStore.charge(row),
                                        Fund.valueOf(Row.text(row, "fund"))))
                .all();
    }
}
