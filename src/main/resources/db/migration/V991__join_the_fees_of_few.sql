-- What Stripe takes in lines of their own, such as for each charge of a plan, is of payments as well, and tells the sum
-- of one as well as its fee does. Whose it was nobody knows here, so all of it counts as one payer's.
create or replace view reporting.flow as
select e.id as entry, e.booked_on, line.fund, line.flow,
       case line.item when 'PROGRAMME' then coalesce(d.purpose, 'OTHER') else line.item end as item, line.yen,
       case when m.source is not null or e.kind = 'FEE'
            then hashtextextended(coalesce(s.merged_into::text, s.id::text, 'unknown'), 0) end as giver
from ledger.entry e
    left join bookkeeping.movement m on m.source = e.source
    cross join lateral (
        select p.fund, -p.yen as yen,
               case when a.code = 'LOST_RETURNS' then 'BORNE'
                    when a.nature = 'EXPENSE' then 'OUT'
                    when e.kind = 'CHARGE' then 'IN'
                    when m.source is not null then 'BACK'
                    else 'MOVED' end as flow,
               case when a.code = 'PROGRAMME' then 'PROGRAMME'
                    when a.nature <> 'EXPENSE' or a.code = 'LOST_RETURNS' then ''
                    when m.source is null and e.kind <> 'FEE' then 'RUNNING' else 'FEES' end as item
        from ledger.posting p join ledger.account a on a.code = p.account
        where p.entry_id = e.id and p.fund is not null
        union all
        select 'OPERATIONS', side.sign * l.yen, side.flow, ''
        from bookkeeping.loss l
            cross join lateral (
                values ('BORNE', -1), (case when m.source is null then 'MOVED' else 'BACK' end, 1)) as side (flow, sign)
        where l.source = e.source) as line (fund, yen, flow, item)
    left join bookkeeping.spending spent on spent.source = e.source
    left join bookkeeping.spending_back back on back.source = e.source
    left join funds.disbursement d on d.id = coalesce(spent.disbursement, back.disbursement)
    left join orders.orders o on o.payment = m.payment
    left join giving.charge c on c.payment = m.payment
    left join giving.pledge g on g.id = c.pledge
    left join supporters.supporter s on s.subject_id = coalesce(o.subject, g.subject);

select reporting.rebuild_sums();
