package org.lfnkr.zabuton.bookkeeping.checks;

/** Whether what was spent, moved and lost agrees with the lots and with the journal. */
final class PieceChecks {

    static final String VIOLATIONS =
            """
            with piece as (
                select p.lot, p.no, p.consumed, p.unspent, p.came - p.consumed as free,
                       sum(p.came) over lot as came, sum(p.consumed) over lot as spent,
                       sum(p.came - p.consumed) over (lot order by p.no) as so_far, l.yen as net
                from bookkeeping.piece p join bookkeeping.lot_left l on l.id = p.lot
                window lot as (partition by p.lot)
            )
            select 'lot ' || l.id || ' has no pieces' as violation
            from bookkeeping.lot l join ledger.fund f on f.code = l.fund and not f.overdraws
            where l.kind in ('PROFIT', 'GIFT')
              and not exists (select from bookkeeping.piece p where (p.lot, p.no) = (l.id, 0))
            union all
            select 'the pieces of lot ' || p.lot || ' came to ' || p.came || ' yen, the lot to ' || c.yen
            from (select distinct lot, came from piece) p
                join bookkeeping.lot l on l.id = p.lot
                join bookkeeping.movement m on m.payment = l.payment and m.kind = 'CHARGE'
                join bookkeeping.lot_change c on c.lot = p.lot and c.source = m.source
            where p.came <> c.yen
            union all
            select 'of lot ' || lot || ' piece ' || no || ' has ' || unspent || ' yen, by the rule '
                   || greatest(0, least(free, so_far - came + net))
            from piece where unspent <> greatest(0, least(free, so_far - came + net))
            union all
            select 'of lot ' || p.lot || ' are lost ' || coalesce(s.yen, 0) || ' yen, by the rule ' || p.loss
            from (select distinct lot, greatest(0, spent - net) as loss from piece) p
                left join (select lot, sum(yen) as yen from bookkeeping.loss group by lot) s on s.lot = p.lot
            where p.loss <> coalesce(s.yen, 0)
            union all
            select 'of lot ' || p.lot || ' piece ' || p.no || ' has consumed ' || p.consumed
                   || ' yen, disbursements took ' || coalesce(c.yen, 0)
            from bookkeeping.piece p
                left join (select lot, no, sum(yen) as yen from bookkeeping.consumption group by lot, no) c
                    on (c.lot, c.no) = (p.lot, p.no)
            where p.consumed <> coalesce(c.yen, 0)
            union all
            select 'disbursement ' || s.disbursement || ' is of ' || s.yen - coalesce(b.yen, 0)
                   || ' yen, its lots gave ' || coalesce(c.yen, 0)
            from bookkeeping.spending s
                join ledger.fund f on f.code = s.fund and not f.overdraws
                left join (select disbursement, sum(yen) as yen from bookkeeping.spending_back group by disbursement) b
                    on b.disbursement = s.disbursement
                left join (select disbursement, sum(yen) as yen from bookkeeping.consumption group by disbursement) c
                    on c.disbursement = s.disbursement
            where s.yen - coalesce(b.yen, 0) <> coalesce(c.yen, 0)
            union all
            select 'the journal has ' || sum(journal) || ' yen spent from ' || fund || ', disbursements '
                   || sum(spent)
            from (select fund, yen as journal, 0 as spent from ledger.posting where account = 'PROGRAMME'
                  union all select fund, 0, yen from bookkeeping.spending
                  union all select s.fund, 0, -b.yen
                            from bookkeeping.spending_back b
                                join bookkeeping.spending s on s.disbursement = b.disbursement) as line
            group by fund having sum(journal) <> sum(spent)
            union all
            select 'statement ' || s.subject || ' claims ' || s.funded_yen || ' yen, its lots cover '
                   || coalesce(c.yen, 0)
            from impact.statement s
                left join (select subject, fund, sum(yen) as yen from bookkeeping.lot_cover group by subject, fund) c
                    on (c.subject, c.fund) = (s.subject, s.fund)
            where s.funded_yen > coalesce(c.yen, 0)
            """;

    private PieceChecks() {}
}
