-- What is computed from the journal and kept can be computed anew. Nobody books and nobody sums meanwhile; pages show what
-- was kept before until the transaction ends.
create function ledger.hold_for_rebuild() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    lock table ledger.entry in share row exclusive mode;
end
$$;

create function ledger.rebuild_sums() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform ledger.hold_for_rebuild();
    delete from ledger.day_sum;
    update ledger.summed set up_to = 0;
    perform ledger.sum_up();
end
$$;

create function bookkeeping.rebuild_sums() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform ledger.hold_for_rebuild();
    delete from bookkeeping.day_sum;
    update bookkeeping.summed set up_to = 0;
    perform bookkeeping.sum_up();
end
$$;

-- Of what came with the charge and by transfers, what was consumed, and what is unspent by the rule in bookkeeping.settle.
create function bookkeeping.rebuild_pieces() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform ledger.hold_for_rebuild();
    with fact as (
        select p.lot, p.no,
               case when p.no = 0 then
                   (select c.yen from bookkeeping.lot_change c join bookkeeping.movement m on m.source = c.source
                    where c.lot = p.lot and m.kind = 'CHARGE')
               else (select m.yen from bookkeeping.piece_move m where (m.lot, m.no) = (p.lot, p.no)) end
               - coalesce((select sum(m.yen) from bookkeeping.piece_move m
                           where (m.lot, m.taken_from) = (p.lot, p.no)), 0) as came,
               coalesce((select sum(c.yen) from bookkeeping.consumption c
                         where (c.lot, c.no) = (p.lot, p.no)), 0) as consumed
        from bookkeeping.piece p),
    net as (
        select c.lot, sum(c.yen) as yen from bookkeeping.lot_change c group by c.lot),
    placed as (
        select f.lot, f.no, f.came, f.consumed, f.came - f.consumed as free,
               sum(f.came - f.consumed) over (partition by f.lot order by f.no) as so_far,
               sum(f.came) over (partition by f.lot) - n.yen as gone
        from fact f join net n on n.lot = f.lot),
    computed as (
        select lot, no, came, consumed, greatest(0, least(free, so_far - gone)) as unspent from placed)
    update bookkeeping.piece p set came = c.came, consumed = c.consumed, unspent = c.unspent
    from computed c
    where (p.lot, p.no) = (c.lot, c.no) and (p.came, p.consumed, p.unspent) <> (c.came, c.consumed, c.unspent);
end
$$;

-- What statements say is funded: what their lots cover, in units of the price that was fixed at the sale, rounded down.
create function bookkeeping.rebuild_statements() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform ledger.hold_for_rebuild();
    with cover as (
        select subject, fund, sum(yen) as yen from bookkeeping.lot_cover group by subject, fund),
    computed as (
        select s.subject, coalesce(c.yen, 0) as yen, coalesce(c.yen, 0) * p.units / p.yen as units
        from impact.statement s
            join impact.price p on p.id = s.price_id
            left join cover c on (c.subject, c.fund) = (s.subject, s.fund)
        where s.state <> 'COULD_FUND')
    update impact.statement s set funded_yen = c.yen, funded_units = div(c.units, 1)
    from computed c
    where s.subject = c.subject and (s.funded_yen, s.funded_units) <> (c.yen, div(c.units, 1));
end
$$;

do $$
declare
    called text;
begin
    foreach called in array array['ledger.hold_for_rebuild()', 'ledger.rebuild_sums()', 'bookkeeping.rebuild_sums()',
                                  'bookkeeping.rebuild_pieces()', 'bookkeeping.rebuild_statements()']
    loop
        execute format('revoke all on function %s from public', called);
        execute format('grant execute on function %s to "${appRole}"', called);
    end loop;
end
$$;
