-- Two more that took a handful of rows for a share of the journal, and read all of it: what a fund has of the few
-- repayments that are awaited, and which months the journal has behind the mark of their last sums.
create or replace function bookkeeping.expected_of(code text) returns bigint
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select cast(coalesce(sum(-back.yen), 0) as bigint)
    from bookkeeping.expected_back x
        cross join lateral (
            select p.yen from ledger.entry e join ledger.posting p on p.entry_id = e.id
            where e.source = x.source and p.fund = code offset 0) back
$$;

create or replace function reporting.sum_up() returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    mark   bigint;
    last   bigint;
    since  date;
    merged uuid[];
begin
    lock table ledger.entry in share mode;
    mark := (select up_to from reporting.summed);
    last := (select max(id) from ledger.entry);
    with gone as (delete from reporting.recount returning supporter)
    select coalesce(array_agg(supporter), '{}') into merged from gone;
    for since in
        select date_trunc('month', e.booked_on)::date from ledger.entry e
        where e.id > mark and e.id <= last
        union
        select date_trunc('month', e.booked_on)::date
        from supporters.supporter s
            cross join lateral (
                select o.payment from orders.orders o where o.subject = s.subject_id
                union all
                select c.payment from giving.pledge g join giving.charge c on c.pledge = g.id
                where g.supporter = s.id) paid
            join bookkeeping.movement m on m.payment = paid.payment
            join ledger.entry e on e.source = m.source
        where s.id = any (merged)
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
