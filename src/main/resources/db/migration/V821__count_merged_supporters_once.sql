-- Two who turn out to be one, or one who turns out to be two, are counted anew in every month they gave in.
create table reporting.recount (
    supporter uuid primary key references supporters.supporter
);

create function reporting.count_anew() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    insert into reporting.recount (supporter) values (new.id) on conflict do nothing;
    return null;
end
$$;

revoke all on function reporting.count_anew() from public;

create trigger count_anew after update of merged_into on supporters.supporter
    for each row when (old.merged_into is distinct from new.merged_into) execute function reporting.count_anew();

-- Who was merged before this.
insert into reporting.recount (supporter) select id from supporters.supporter where merged_into is not null;

create or replace function reporting.sum_up() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    last   bigint;
    since  date;
    merged uuid[];
begin
    lock table ledger.entry in share mode;
    select max(id) into last from ledger.entry;
    with gone as (delete from reporting.recount returning supporter)
    select coalesce(array_agg(supporter), '{}') into merged from gone;
    for since in
        select date_trunc('month', e.booked_on)::date from ledger.entry e
        where e.id > (select up_to from reporting.summed) and e.id <= last
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

create function reporting.rebuild_sums() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform ledger.hold_for_rebuild();
    delete from reporting.month_sum;
    update reporting.summed set up_to = 0;
    perform reporting.sum_up();
end
$$;

revoke all on function reporting.rebuild_sums() from public;
grant execute on function reporting.rebuild_sums() to "${appRole}";
