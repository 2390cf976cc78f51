create schema reporting;
grant usage on schema reporting to "${appRole}";

-- What the journal did to each fund, and why: what supporters paid (IN), what went back to them (BACK), what was spent
-- (OUT, by purpose), what Operations bore so that spent money need not be taken from others (BORNE), and what was moved
-- from fund to fund or corrected (MOVED). Whose money it was is a number that tells one from another and nobody. Those who are
-- not known, at a counter or because they were erased, count as one: nobody becomes five by buying five times.
create view reporting.flow as
select e.id as entry, e.booked_on, line.fund, line.flow,
       case line.item when 'PROGRAMME' then coalesce(d.purpose, 'OTHER') else line.item end as item, line.yen,
       case when m.source is not null
            then hashtextextended(coalesce(s.merged_into::text, s.id::text, 'unknown'), 0) end as giver
from ledger.entry e
    left join bookkeeping.movement m on m.source = e.source
    cross join lateral (
        select p.fund, -p.yen as yen,
               case when a.nature = 'EXPENSE' then 'OUT'
                    when e.kind = 'CHARGE' then 'IN'
                    when m.source is not null then 'BACK'
                    else 'MOVED' end as flow,
               case when a.code = 'PROGRAMME' then 'PROGRAMME' when a.nature <> 'EXPENSE' then ''
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

grant select on reporting.flow to "${appRole}";

-- The same by fund and month. Reports ask for these; each month that has got another entry is summed anew in the night.
-- Who they are stands here only where they are so few that others have to join them.
create table reporting.month_sum (
    fund   text     not null references ledger.fund,
    month  date     not null check (extract(day from month) = 1),
    flow   text     not null check (flow in ('IN', 'BACK', 'OUT', 'BORNE', 'MOVED')),
    item   text     not null,
    yen    bigint   not null,
    givers integer  not null check (givers >= 0),
    few    bigint[] not null check (cardinality(few) < 5),
    primary key (fund, month, flow, item)
);

create table reporting.summed (
    one   boolean primary key default true check (one),
    up_to bigint  not null
);

insert into reporting.summed (up_to) values (0);

grant select on reporting.month_sum, reporting.summed to "${appRole}";

-- Moves the mark to the last entry, as ledger.sum_up does.
create function reporting.sum_up() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    last  bigint;
    since date;
begin
    lock table ledger.entry in share mode;
    select max(id) into last from ledger.entry;
    for since in
        select distinct date_trunc('month', e.booked_on)::date from ledger.entry e
        where e.id > (select up_to from reporting.summed) and e.id <= last
    loop
        delete from reporting.month_sum where month = since;
        insert into reporting.month_sum (fund, month, flow, item, yen, givers, few)
        select f.fund, since, f.flow, f.item, sum(f.yen), count(distinct f.giver),
               case when count(distinct f.giver) < 5
                    then coalesce(array_agg(distinct f.giver) filter (where f.giver is not null), '{}') else '{}' end
        from reporting.flow f
        where f.booked_on >= since and f.booked_on < since + interval '1 month'
        group by f.fund, f.flow, f.item;
    end loop;
    update reporting.summed set up_to = last where last is not null;
end
$$;

revoke all on function reporting.sum_up() from public;
grant execute on function reporting.sum_up() to "${appRole}";
