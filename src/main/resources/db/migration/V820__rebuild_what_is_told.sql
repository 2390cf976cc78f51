-- What is said to be bought and delivered, and the sums of the reports, can be computed anew as well.

-- What of somebody's money is in each disbursement of their statement's fund. Where more was spent of a lot than is left of
-- its payment, what was spent last is no longer theirs.
create view funds.share_now as
select c.disbursement, c.subject, sum(greatest(0, least(c.yen, c.net - c.before))) as yen
from (
    select c.disbursement, l.subject, sum(c.yen) as yen,
           (select sum(k.yen) from bookkeeping.lot_change k where k.lot = l.id) as net,
           coalesce(sum(sum(c.yen)) over (
               partition by l.id order by s.spent_at, c.disbursement
               rows between unbounded preceding and 1 preceding), 0) as before
    from bookkeeping.lot l
        join bookkeeping.consumption c on c.lot = l.id
        join bookkeeping.spending s on s.disbursement = c.disbursement
        join impact.statement t on t.subject = l.subject and t.fund = s.fund
    group by c.disbursement, s.spent_at, l.subject, l.id having sum(c.yen) > 0) c
group by c.disbursement, c.subject;

grant select on funds.share_now to "${appRole}";

-- What a statement may say with the shares as they stand: whole units, rounded down once over all purchases. Fractions are
-- brought to one denominator, so that nothing is rounded before.
create function funds.covered(statement uuid, out bought bigint, out expected bigint, out delivered bigint)
    language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    stake     record;
    b         numeric := 0;
    e         numeric := 0;
    d         numeric := 0;
    whole     numeric := 1;
begin
    for stake in
        select s.yen, least_of.units, least_of.cost, n.units - n.unbought as now, n.missing, n.delivered
        from funds.share s
            join funds.purchase_now n on n.disbursement = s.disbursement
            join impact.statement t on t.subject = s.subject and t.outcome = n.outcome
            cross join lateral (
                select n.units as units, n.yen as cost
                where cast(n.units as numeric) * n.kept <= cast(n.units - n.unbought as numeric) * n.yen
                union all
                select n.units - n.unbought, n.kept
                where cast(n.units as numeric) * n.kept > cast(n.units - n.unbought as numeric) * n.yen) least_of
        where s.subject = covered.statement and s.yen > 0 and n.units > n.unbought
    loop
        b := b * stake.cost * stake.now + stake.yen * stake.units * stake.now * whole;
        e := e * stake.cost * stake.now + stake.yen * stake.units * (stake.now - stake.missing) * whole;
        d := d * stake.cost * stake.now + stake.yen * stake.units * stake.delivered * whole;
        whole := whole * stake.cost * stake.now;
    end loop;
    bought := div(b, whole);
    expected := div(e, whole);
    delivered := div(d, whole);
end
$$;

create or replace function funds.check_progress() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    most record;
begin
    select * into most from funds.covered(new.subject);
    if new.bought_units > most.bought or new.expected_units > most.expected or new.delivered_units > most.delivered then
        raise exception 'Statement % says more than was bought with its money', new.subject
            using errcode = 'check_violation', constraint = 'says_what_was_bought';
    end if;
    return null;
end
$$;

-- What of a purchase's money has not come back, and whose money it is. Nobody rebuilds while statements still follow what
-- happened: their letters would say nothing of it.
create function funds.rebuild_shares() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform ledger.hold_for_rebuild();
    if exists (select from outbox.delivery
               where module = 'funds' and done_at is null and parked_at is null and handler like 'funds.outcome%') then
        raise exception 'Statements still follow what was bought with their money; try again in a minute';
    end if;
    update funds.purchase p set kept = d.yen - d.back
    from funds.disbursement d where d.id = p.disbursement and p.kept <> d.yen - d.back;
    with computed as materialized (
        select s.disbursement, s.subject, coalesce(n.yen, 0) as yen
        from funds.share s left join funds.share_now n on (n.disbursement, n.subject) = (s.disbursement, s.subject))
    update funds.share s set yen = c.yen
    from computed c where (s.disbursement, s.subject) = (c.disbursement, c.subject) and s.yen <> c.yen;
    insert into funds.share (disbursement, subject, yen)
    select n.disbursement, n.subject, n.yen from funds.share_now n join funds.purchase p on p.disbursement = n.disbursement
    where n.yen > 0
    on conflict do nothing;
end
$$;

-- What each statement says of its money: of those that were followed, or whose money is in a purchase. When it was followed
-- last, and what was spent by then, are facts, and stay: spending alone is followed once something is bought with it. What all
-- say together is kept apart, so that it can be compared by itself; meanwhile its trigger counts from a number below which
-- nothing falls.
create function funds.rebuild_progress() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    kept jsonb;
begin
    perform ledger.hold_for_rebuild();
    select coalesce(jsonb_agg(t), '[]') into kept from impact.told t;
    insert into impact.told (outcome, bought) select code, 1::bigint << 61 from impact.outcome
    on conflict (outcome) do update set bought = excluded.bought;
    with spent as (
        select n.subject, sum(n.yen) as yen from funds.share_now n group by n.subject),
    computed as materialized (
        select t.subject, f.bought, f.expected, f.delivered, coalesce(s.yen, 0) as yen
        from impact.statement t
            left join spent s on s.subject = t.subject
            left join impact.progress p on p.subject = t.subject
            cross join lateral funds.covered(t.subject) f
        where p.subject is not null or exists (select from funds.share h where h.subject = t.subject and h.yen > 0))
    insert into impact.progress as p (subject, bought_units, expected_units, delivered_units, spent_yen, followed_at)
    select c.subject, c.bought, c.expected, c.delivered, c.yen, now() from computed c
    on conflict (subject) do update
    set bought_units = excluded.bought_units, expected_units = excluded.expected_units,
        delivered_units = excluded.delivered_units
    where (p.bought_units, p.expected_units, p.delivered_units)
        <> (excluded.bought_units, excluded.expected_units, excluded.delivered_units);
    delete from impact.told;
    insert into impact.told select * from jsonb_populate_recordset(null::impact.told, kept);
end
$$;

create function impact.rebuild_told() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform ledger.hold_for_rebuild();
    delete from impact.told;
    insert into impact.told (outcome, bought)
    select s.outcome, sum(p.bought_units) from impact.progress p join impact.statement s on s.subject = p.subject
    group by s.outcome having sum(p.bought_units) > 0;
end
$$;

do $$
declare
    called text;
begin
    foreach called in array array['funds.rebuild_shares()', 'funds.rebuild_progress()', 'impact.rebuild_told()']
    loop
        execute format('revoke all on function %s from public', called);
        execute format('grant execute on function %s to "${appRole}"', called);
    end loop;
end
$$;
