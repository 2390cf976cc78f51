-- The oldest unspent money of a fund that is ripe on a day, until there is enough of it: less where there is not.
create function bookkeeping.oldest(of_fund text, wanted bigint, on_day date)
    returns table (lot bigint, no integer, yen bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    missing bigint := wanted;
    pieces cursor for
        select p.lot, p.no, p.unspent from bookkeeping.piece p
        where p.fund = of_fund and p.unspent > 0
          and p.came_on + coalesce((select r.days from bookkeeping.ripening r where r.means = p.means), 0) <= on_day
        order by p.lot, p.no;
begin
    for piece in pieces loop
        exit when missing <= 0;
        lot := piece.lot;
        no := piece.no;
        yen := least(piece.unspent, missing);
        missing := missing - yen;
        return next;
    end loop;
end
$$;

revoke all on function bookkeeping.oldest(text, bigint, date) from public;
grant execute on function bookkeeping.oldest(text, bigint, date) to "${appRole}";

-- Takes the oldest ripe money of a fund, or nothing where there is not enough: then what there is. A fund that may be
-- overdrawn spends without pieces. The same again does nothing.
create function bookkeeping.spend(
    of_disbursement uuid, from_fund text, wanted bigint, occurred date, at timestamptz
) returns table (spent boolean, has bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    reference text := 'disbursement-' || of_disbursement;
    named     text := 'decision:' || reference;
    free      boolean;
    lots      bigint[];
    numbers   integer[];
    taken     bigint[];
begin
    perform bookkeeping.lock_funds(array[from_fund]);
    select f.overdraws into strict free from ledger.fund f where f.code = from_fund;
    has := wanted;
    spent := exists (select from bookkeeping.spending s where s.disbursement = of_disbursement);
    if spent then
        if not exists (
            select from bookkeeping.spending s
            where (s.disbursement, s.fund, s.yen) = (of_disbursement, from_fund, wanted))
        then
            raise exception 'Disbursement % has spent otherwise', of_disbursement using errcode = 'check_violation';
        end if;
        return next;
        return;
    end if;
    if not free then
        select array_agg(o.lot), array_agg(o.no), array_agg(o.yen), coalesce(sum(o.yen), 0)
        into lots, numbers, taken, has
        from bookkeeping.oldest(from_fund, wanted, occurred) o;
    end if;
    spent := has = wanted;
    if spent then
        if not ledger.book('decision', reference, 'DISBURSEMENT', occurred, array['PROGRAMME', 'PAYABLE'],
            array[from_fund, null], array[wanted, -wanted])
        then
            raise exception 'Journal entry % was there before its disbursement', named using errcode = 'check_violation';
        end if;
        insert into bookkeeping.spending (disbursement, source, fund, yen, spent_at)
        values (of_disbursement, named, from_fund, wanted, at);
        insert into bookkeeping.consumption (source, disbursement, lot, no, yen)
        select named, of_disbursement, t.lot, t.no, t.yen from unnest(lots, numbers, taken) as t (lot, no, yen);
        update bookkeeping.piece p set consumed = p.consumed + t.yen, unspent = p.unspent - t.yen
        from unnest(lots, numbers, taken) as t (lot, no, yen) where (p.lot, p.no) = (t.lot, t.no);
    end if;
    return next;
end
$$;

revoke all on function bookkeeping.spend(uuid, text, bigint, date, timestamptz) from public;
grant execute on function bookkeeping.spend(uuid, text, bigint, date, timestamptz) to "${appRole}";

-- Brings back what was spent, newest first. By the rule of pieces it is the fund's again, or makes up for a loss. Nothing
-- is done where less is still spent: then it says how much. The same again does nothing.
create function bookkeeping.bring_back(
    of_disbursement uuid, number integer, back bigint, occurred date, at timestamptz
) returns table (done boolean, still bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    reference text := 'disbursement-' || of_disbursement || '-returned-' || number;
    named     text := 'decision:' || reference;
    known     bookkeeping.spending;
    lots      bigint[];
    numbers   integer[];
    given     bigint[];
    accounts  text[];
    funds     text[];
    amounts   bigint[];
begin
    select * into strict known from bookkeeping.spending s where s.disbursement = of_disbursement;
    lots := array(select distinct c.lot from bookkeeping.consumption c where c.disbursement = of_disbursement);
    perform bookkeeping.lock_lots(lots);
    perform bookkeeping.lock_funds(array[known.fund]);
    select known.yen - coalesce(sum(b.yen), 0) into still
    from bookkeeping.spending_back b where b.disbursement = of_disbursement;
    done := exists (select from bookkeeping.spending_back b where b.source = named);
    if done or back > still then
        return next;
        return;
    end if;

    select coalesce(array_agg(c.lot), '{}'), coalesce(array_agg(c.no), '{}'),
           coalesce(array_agg(least(c.yen, back - c.before)), '{}')
    into lots, numbers, given
    from (
        select s.lot, s.no, s.yen, sum(s.yen) over (order by s.lot desc, s.no desc) - s.yen as before
        from (
            select k.lot, k.no, sum(k.yen) as yen from bookkeeping.consumption k
            where k.disbursement = of_disbursement group by k.lot, k.no having sum(k.yen) > 0) s) c
    where c.before < back;
    update bookkeeping.piece p set consumed = p.consumed - g.yen
    from unnest(lots, numbers, given) as g (lot, no, yen) where (p.lot, p.no) = (g.lot, g.no);

    select array_agg(s.account order by s.place), array_agg(s.fund order by s.place), array_agg(s.yen order by s.place)
    into accounts, funds, amounts
    from (
        select p.account, p.fund, min(p.place) as place, cast(sum(p.yen) as bigint) as yen
        from (
            select 1 as place, 'PAYABLE' as account, null as fund, back as yen
            union all
            select 2, 'PROGRAMME', known.fund, -back
            union all
            select 3, case l.kind when 'GIFT' then 'DONATIONS' else 'SALES' end, known.fund, g.yen
            from unnest(lots, given) as g (lot, yen) join bookkeeping.lot l on l.id = g.lot
            union all
            select 4, s.account, s.fund, -s.yen
            from bookkeeping.settle(named, lots, array(select 0 from unnest(lots))) s) p
        group by p.account, p.fund having sum(p.yen) <> 0) s;
    if not ledger.book('decision', reference, 'DISBURSEMENT_BACK', occurred, accounts, funds, amounts) then
        raise exception 'Journal entry % was there before its money', named using errcode = 'check_violation';
    end if;
    insert into bookkeeping.spending_back (source, disbursement, no, yen, came_back_at)
    values (named, of_disbursement, number, back, at);
    insert into bookkeeping.consumption (source, disbursement, lot, no, yen)
    select named, of_disbursement, g.lot, g.no, -g.yen from unnest(lots, numbers, given) as g (lot, no, yen);
    done := true;
    still := still - back;
    return next;
end
$$;

revoke all on function bookkeeping.bring_back(uuid, integer, bigint, date, timestamptz) from public;
grant execute on function bookkeeping.bring_back(uuid, integer, bigint, date, timestamptz) to "${appRole}";

-- Moves the oldest unspent money of a fund to another, lot by lot: each becomes a piece there and keeps where it came
-- from. Nothing is done where there is not enough: then it says what there is. The same again does nothing.
create function bookkeeping.move(of_transfer uuid, from_fund text, to_fund text, wanted bigint, occurred date)
    returns table (moved boolean, has bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    reference text := 'transfer-' || of_transfer;
    named     text := 'decision:' || reference;
    lots      bigint[];
    numbers   integer[];
    taken     bigint[];
    accounts  text[];
    funds     text[];
    amounts   bigint[];
begin
    perform pg_advisory_xact_lock(hashtextextended('bookkeeping.transfers', 0));
    perform bookkeeping.lock_funds(array[from_fund, to_fund]);
    if from_fund = to_fund or (select f.overdraws from ledger.fund f where f.code = from_fund) then
        raise exception 'Nothing is moved from % to %', from_fund, to_fund using errcode = 'check_violation';
    end if;
    has := wanted;
    moved := exists (select from ledger.entry e where e.source = named);
    if moved then
        return next;
        return;
    end if;
    select array_agg(o.lot), array_agg(o.no), array_agg(o.yen), coalesce(sum(o.yen), 0)
    into lots, numbers, taken, has
    from bookkeeping.oldest(from_fund, wanted, 'infinity') o;
    moved := has = wanted;
    if moved then
        select array_agg(p.account), array_agg(p.fund), array_agg(p.yen) into accounts, funds, amounts
        from (
            select s.account, f.fund, cast(f.sign * s.yen as bigint) as yen
            from (
                select case l.kind when 'GIFT' then 'DONATIONS' else 'SALES' end as account, sum(t.yen) as yen
                from unnest(lots, taken) as t (lot, yen) join bookkeeping.lot l on l.id = t.lot group by 1) s
                cross join (values (from_fund, 1), (to_fund, -1)) as f (fund, sign)
            order by s.account, f.sign desc) p;
        if not ledger.book('decision', reference, 'TRANSFER', occurred, accounts, funds, amounts) then
            raise exception 'Journal entry % was booked at the same time', named using errcode = 'serialization_failure';
        end if;
        update bookkeeping.piece p set came = p.came - t.yen, unspent = p.unspent - t.yen
        from unnest(lots, numbers, taken) as t (lot, no, yen) where (p.lot, p.no) = (t.lot, t.no);
        with piece as (
            select t.lot, t.no as taken_from, t.yen, p.came_on, p.means,
                   (select max(k.no) from bookkeeping.piece k where k.lot = t.lot)
                       + row_number() over (partition by t.lot order by t.no) as no
            from unnest(lots, numbers, taken) as t (lot, no, yen)
                join bookkeeping.piece p on (p.lot, p.no) = (t.lot, t.no)
        ), made as (
            insert into bookkeeping.piece (lot, no, fund, came, unspent, came_on, means)
            select p.lot, p.no, to_fund, p.yen, p.yen, p.came_on, p.means from piece p
        )
        insert into bookkeeping.piece_move (source, lot, taken_from, no, yen)
        select named, p.lot, p.taken_from, p.no, p.yen from piece p;
    end if;
    return next;
end
$$;

revoke all on function bookkeeping.move(uuid, text, text, bigint, date) from public;
grant execute on function bookkeeping.move(uuid, text, text, bigint, date) to "${appRole}";
