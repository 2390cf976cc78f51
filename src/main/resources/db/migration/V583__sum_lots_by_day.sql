-- Boards ask what came and went in some days. Sums by day answer for what was summed in the last night; what stands
-- behind the mark is added when somebody asks, as with the journal's balances.
create index entry_booked_on on ledger.entry (booked_on, id);

-- Each change of a lot with the day on which the journal has it: what it belongs to, and how it was paid.
create view bookkeeping.change as
select e.id as entry, e.booked_on, m.payment, m.kind as movement, m.kind = 'CHARGE' as charge,
       case when p.plan is not null then 'PLAN' when o.id is not null then 'ORDER' else 'ONCE' end as origin,
       coalesce(nullif(p.method, ''), split_part(m.source, ':', 1)) as means,
       line.sku, l.kind, l.fund, c.yen
from ledger.entry e
    join bookkeeping.movement m on m.source = e.source
    join bookkeeping.lot_change c on c.source = m.source
    join bookkeeping.lot l on l.id = c.lot
    left join payments.payment p on p.id = m.payment
    left join orders.orders o on o.payment = m.payment
    left join orders.line on l.part = 'LINE' and line.order_id = o.id and line.position = l.line;

grant select on bookkeeping.change to "${appRole}";

create table bookkeeping.day_sum (
    booked_on date    not null,
    charge    boolean not null,
    origin    text    not null check (origin in ('PLAN', 'ORDER', 'ONCE')),
    means     text    not null,
    sku       text,
    kind      text    not null,
    fund      text    references ledger.fund,
    yen       bigint  not null,
    unique nulls not distinct (booked_on, charge, origin, means, sku, kind, fund)
);

create table bookkeeping.summed (
    one   boolean primary key default true check (one),
    up_to bigint  not null
);

insert into bookkeeping.summed (up_to) values (0);

create view bookkeeping.day as
select booked_on, charge, origin, means, sku, kind, fund, yen from bookkeeping.day_sum
union all
select booked_on, charge, origin, means, sku, kind, fund, yen from bookkeeping.change
where entry > (select up_to from bookkeeping.summed);

grant select on bookkeeping.day to "${appRole}";

-- Moves the mark to the last entry, as ledger.sum_up does.
create function bookkeeping.sum_up() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    last bigint;
begin
    lock table ledger.entry in share mode;
    select max(id) into last from ledger.entry;
    insert into bookkeeping.day_sum as known (booked_on, charge, origin, means, sku, kind, fund, yen)
    select booked_on, charge, origin, means, sku, kind, fund, sum(yen) from bookkeeping.change
    where entry > (select up_to from bookkeeping.summed) and entry <= last
    group by booked_on, charge, origin, means, sku, kind, fund
    on conflict (booked_on, charge, origin, means, sku, kind, fund) do update set yen = known.yen + excluded.yen;
    update bookkeeping.summed set up_to = last where last is not null;
end
$$;

revoke all on function bookkeeping.sum_up() from public;
grant execute on function bookkeeping.sum_up() to "${appRole}";
