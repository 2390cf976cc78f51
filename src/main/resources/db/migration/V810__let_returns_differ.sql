-- What comes back of a disbursement may come in another sum, or never; and a bank may pay less than was signed, so that
-- the rest never leaves. Two people say that something will not arrive.
alter table funds.disbursement_return
    drop constraint disbursement_return_why_check,
    add constraint disbursement_return_why_check
        check (why in ('CALLED_OFF', 'PAID_LESS', 'NOT_DELIVERED', 'CHEAPER', 'FAILED', 'WRONG')),
    add column lost_on date,
    add column lost_by uuid,
    add column expected boolean not null generated always as (
        arrived_on is null and lost_on is null and why not in ('CALLED_OFF', 'PAID_LESS')) stored,
    add constraint lost_by_two check ((lost_on is null) = (lost_by is null)),
    add constraint arrived_or_lost check (arrived_on is null or lost_on is null);

comment on column funds.disbursement_return.lost_by is 'The approval that was signed.';

drop index funds.disbursement_return_expected;
create index disbursement_return_expected on funds.disbursement_return (disbursement) where expected;

grant update (lost_on, lost_by) on funds.disbursement_return to "${appRole}";

insert into ledger.account (code, nature, name_en, name_ja)
values ('LOST_RETURNS', 'EXPENSE', 'Returns that did not arrive', '戻らなかった支出');

-- As before, and what never came back of spent money stands beside what Operations bore for others.
create or replace view reporting.flow as
select e.id as entry, e.booked_on, line.fund, line.flow,
       case line.item when 'PROGRAMME' then coalesce(d.purpose, 'OTHER') else line.item end as item, line.yen,
       case when m.source is not null
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
                    when m.source is null then 'RUNNING' else 'FEES' end as item
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
