package org.lfnkr.zabuton.giving.givers;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Giver;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.pledges.ChargeStore;
import org.lfnkr.zabuton.giving.pledges.Givers;
import org.lfnkr.zabuton.giving.pledges.Givers.Naming;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What arrived from a member, for papers about it. */
@Repository
public class MemberGifts {

    private static final String GIFTS =
            """
            select c.payment, c.pledge, c.gift, c.cover, c.fee, c.method, c.refunded, c.held, c.disputed, c.lost,
                   c.corrections, c.charged_at, p.fund, p.subject,
                   coalesce((select first.id from giving.pledge first where first.plan = p.plan
                              order by first.made_at, first.id limit 1), p.id) as named_in
              from giving.charge c join giving.pledge p on p.id = c.pledge
             where p.supporter = any(:supporters)
             order by c.charged_at, c.payment
            """;

    private static final String UNCHANGED = GIFTS + " for share of c";

    private final DatabaseClient database;
    private final Givers givers;

    MemberGifts(DatabaseClient database, Givers givers) {
        this.database = database;
        this.givers = givers;
    }

    private record Unnamed(Charge charge, Fund fund, Naming naming) {

        MemberGift by(Map<Naming, Giver> names) {
            return new MemberGift(charge, fund, Objects.requireNonNull(names.get(naming)));
        }
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
                .map(MemberGifts::unnamed)
                .all()
                .collectList()
                .flatMapMany(this::named);
    }

    private static Unnamed unnamed(Readable row) {
        return new Unnamed(
                ChargeStore.charge(row),
                new Fund(Row.text(row, "fund")),
                new Naming(
                        new SubjectId(Row.uuid(row, "subject")),
                        new PledgeId(Row.uuid(row, "named_in"))));
    }

    private Flux<MemberGift> named(List<Unnamed> gifts) {
        return givers.of(gifts.stream().map(Unnamed::naming).toList())
                .flatMapIterable(names -> gifts.stream().map(gift -> gift.by(names)).toList());
    }
}
