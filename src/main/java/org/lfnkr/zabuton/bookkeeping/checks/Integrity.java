package org.lfnkr.zabuton.bookkeeping.checks;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** Asks the database whether the books agree with each other and with Stripe's balance. */
@Component
public class Integrity {

    /** Years of books take longer than a page may. */
    private static final String PATIENCE = "set local statement_timeout = '30min'";

    private static final String VIOLATIONS =
            """
            select 'entry ' || source || ' is out of balance' as violation
            from ledger.entry join ledger.posting on entry_id = id
            group by source having sum(yen) <> 0
            union all
            select 'the journal has ' || journal || ' yen at Stripe, Stripe has ' || stripe
            from (select coalesce(sum(yen), 0) as journal from ledger.posting where account = 'STRIPE_BALANCE'),
                 (select coalesce(sum(yen - fee), 0) as stripe
                 from (select source, yen, fee from bookkeeping.movement
                       union all select source, yen, fee from bookkeeping.held
                       union all select source, yen, fee from bookkeeping.balance_line) as line
                 where source like 'stripe:%')
            where journal <> stripe
            union all
            select line.source || ' moved ' || line.yen - line.fee || ' yen, its entry says otherwise'
            from (select source, yen, fee from bookkeeping.movement
                  union all select source, yen, fee from bookkeeping.held) as line
                join ledger.entry e on e.source = line.source
            where line.source ~ '^(bank|cash|postal|tray|terminal):'
              and line.yen - line.fee <> (
                select coalesce(sum(p.yen), 0) from ledger.posting p
                where p.entry_id = e.id and p.account = bookkeeping.holder(split_part(line.source, ':', 1)))
            union all
            select 'the journal has ' || journal || ' yen on suspense, held are ' || held
            from (select coalesce(-sum(yen), 0) as journal from ledger.posting where account = 'SUSPENSE'),
                 (select coalesce(sum(yen), 0) as held
                 from (select yen from bookkeeping.held
                       union all select held from bookkeeping.movement
                       union all select yen from banking.row where open
                       union all select yen - fee from bookkeeping.balance_line b
                       where kind = 'UNKNOWN' and not exists (
                           select from bookkeeping.line_explanation e where e.line = b.source)) as line)
            where journal <> held
            union all
            select 'of payment ' || payment || ' are held ' || sum(held) || ' yen'
            from bookkeeping.movement group by payment having sum(held) < 0
            union all
            select 'the sums of ' || account || coalesce(' of ' || fund, '') || ' differ from its postings'
            from (select account, fund, yen from ledger.posting
                  union all select account, fund, -yen from ledger.balance) as line
            group by account, fund having sum(yen) <> 0
            union all
            select 'the sums of lots of ' || booked_on || ' differ from their changes'
            from (select booked_on, yen from bookkeeping.change
                  union all select booked_on, -yen from bookkeeping.day) as line
            group by booked_on having sum(yen) <> 0
            union all
            select 'payment ' || payment || ' and its lots differ'
            from bookkeeping.movement m
            group by payment
            having sum(yen - excess - held) <> (
                select coalesce(sum(l.yen), 0) from bookkeeping.lot_left l where l.payment = m.payment)
            union all
            select 'fund ' || code || ' and its lots differ'
            from ledger.fund
            where code <> 'OPERATIONS'
              and (select coalesce(-sum(yen), 0) from ledger.posting where fund = code)
                  <> (select coalesce(sum(unspent), 0) from bookkeeping.piece where fund = code)
            union all
            select 'the statements about ' || outcome || ' claim more than its fund has'
            from impact.statement
            group by outcome, fund
            having sum(funded_yen) > (
                select coalesce(sum(c.yen), 0) from bookkeeping.lot_cover c where c.fund = statement.fund)
            union all
            select 'the stock of ' || variant_id || ' differs from its movements'
            from (select variant_id, on_hand, reserved from stock.movement
                  union all select variant_id, -on_hand, -reserved from stock.item) as line
            group by variant_id having sum(on_hand) <> 0 or sum(reserved) <> 0
            union all
            select 'what orders hold of ' || variant_id || ' differs from what is held'
            from (select variant_id, quantity from stock.reservation where state = 'held'
                  union all select variant_id, -reserved from stock.item) as line
            group by variant_id having sum(quantity) <> 0
            """;

    private final DatabaseClient database;

    Integrity(DatabaseClient database) {
        this.database = database;
    }

    /** What is wrong, in words for staff; nothing when all is well. */
    @Transactional
    public Mono<List<String>> violations() {
        return database.sql(PATIENCE).then().thenMany(wrong()).collectList();
    }

    private Flux<String> wrong() {
        return Flux.concat(
                database.sql(VIOLATIONS).mapValue(String.class).all(),
                database.sql(PieceChecks.VIOLATIONS).mapValue(String.class).all());
    }
}
