-- An order is placed in two statements beside the price and the policy that it promises by: one looks what stands, one
-- writes all there is. Each is a function, because what it asks after a lock must be as it stands behind the lock.

create function stock.reserve(claimant uuid, variants uuid[], quantities integer[])
    returns table (short_variant uuid, short_available integer)
    language sql volatile set search_path = pg_catalog
as $$
    with wanted as (
        select variant_id, sum(quantity)::integer as quantity
        from unnest(variants, quantities) as line (variant_id, quantity)
        group by variant_id
    ), claim as (
        select from stock.reservation where holder = claimant and state <> 'released'
    ), item as (
        select i.variant_id, i.on_hand - i.reserved as available
        from stock.item i join wanted using (variant_id)
        order by i.variant_id
        for no key update of i
    ), short as (
        select variant_id, coalesce(available, 0) as available
        from wanted left join item using (variant_id)
        where coalesce(available, 0) < quantity and not exists (select from claim)
    ), held as (
        insert into stock.reservation as r (holder, variant_id, quantity)
        select claimant, variant_id, quantity from wanted
        where not exists (select from short) and not exists (select from claim)
        on conflict (holder, variant_id) do update
        set state = 'held', quantity = excluded.quantity
        where r.state = 'released'
        returning variant_id, quantity
    ), movement as (
        insert into stock.movement (variant_id, on_hand, reserved, reason, holder)
        select variant_id, 0, quantity, 'reserved', claimant from held
    )
    select variant_id, available from short
$$;

-- Somebody new where the number of their master key is given; somebody known must not be erased at the same moment.
create function vault.keep(person uuid, master integer, at timestamptz, places text[], sealed text[]) returns void
    language plpgsql set search_path = pg_catalog
as $$
begin
    if master is null then
        perform from vault.subject where id = person and erased_at is null for share;
        if not found then
            raise exception 'No such person';
        end if;
    else
        insert into vault.subject (id, master_key_id, opened_at) values (person, master, at);
    end if;
    perform vault.put_boxes(person, places, sealed);
end
$$;

create function supporters.meet(met jsonb) returns void
    language sql volatile set search_path = pg_catalog
as $$
    insert into supporters.supporter (id, subject_id, email_index, index_key_id, language, met_at)
    select id, subject_id, email_index, index_key_id, language, met_at
    from jsonb_populate_record(null::supporters.supporter, met)
$$;

create function supporters.agree(agreed jsonb) returns void
    language sql volatile set search_path = pg_catalog
as $$
    insert into supporters.consent (supporter_id, kind, version, wording, given_at)
    select supporter_id, kind, version, wording, given_at
    from jsonb_populate_record(null::supporters.consent, agreed)
$$;

-- With the work of looking what became of it.
create function payments.request(requested jsonb, check_at timestamptz) returns void
    language sql volatile set search_path = pg_catalog
as $$
    insert into payments.payment (id, purpose, payer, status, amount, requested_at, expires_at)
    select id, purpose, payer, 'REQUESTED', amount, requested_at, expires_at
    from jsonb_populate_record(null::payments.payment, requested);
    insert into outbox.work (kind, key, due_at, since) values ('payments.check', requested ->> 'id', check_at, check_at);
$$;

create function impact.promise(promised jsonb) returns void
    language sql volatile set search_path = pg_catalog
as $$
    insert into impact.statement (subject, price_id, outcome, fund, price_yen, price_units, promised_at, promised_yen,
        promised_units)
    select subject, price_id, outcome, fund, price_yen, price_units, promised_at, promised_yen, promised_units
    from jsonb_populate_record(null::impact.statement, promised)
$$;

-- Nobody else places an order for the attempt, nor meets the address, until the transaction ends.
create function orders.look(
    tried uuid, content text, address bigint, candidates text[], variants uuid[],
    out reference text, out status text, out payment uuid, out supporter uuid, out subject uuid,
    out available integer[])
    language plpgsql set search_path = pg_catalog
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(tried::text, 0));
    select o.reference, o.status, o.payment into reference, status, payment
    from orders.orders o where o.attempt = tried and o.fingerprint = content;
    perform pg_advisory_xact_lock(address);
    select s.id, s.subject_id into supporter, subject
    from supporters.supporter s
    where s.email_index = any (select decode(candidate, 'hex') from unnest(candidates) as candidate);
    select coalesce(array_agg(coalesce(i.on_hand - i.reserved, 0) order by w.position), '{}') into available
    from unnest(variants) with ordinality as w (variant, position)
        left join stock.item i on i.variant_id = w.variant;
end
$$;

-- The pieces last: whoever wants a popular one waits for the commit of those before, and for nothing else of them. Where
-- some fall short they are told, and the transaction must not be committed.
create function orders.place(
    placed jsonb, lines jsonb, timing jsonb, newcomer jsonb, agreed jsonb, master integer, places text[],
    sealed text[], requested jsonb, check_at timestamptz, promised jsonb, variants uuid[], quantities integer[])
    returns table (short_variant uuid, short_available integer)
    language plpgsql set search_path = pg_catalog
as $$
declare
    o orders.orders := jsonb_populate_record(null::orders.orders, placed);
begin
    perform vault.keep(o.subject, master, o.placed_at, places, sealed);
    if newcomer is not null then
        perform supporters.meet(newcomer);
    end if;
    if agreed is not null then
        perform supporters.agree(agreed);
    end if;
    perform payments.request(requested, check_at);
    insert into orders.orders
        (id, reference, attempt, fingerprint, language, status, subject, payment, country, goods, shipping, gift, cover,
         total, tax, costs, carrier_cost, uncosted_goods, uncosted_shipping, uncosted_tax, uncosted_carrier_cost,
         assumed_fee, shipping_rate, zone_en, zone_ja, min_days, max_days, outcome_price, gift_terms, placed_at)
    values
        (o.id, o.reference, o.attempt, o.fingerprint, o.language, o.status, o.subject, o.payment, o.country, o.goods,
         o.shipping, o.gift, o.cover, o.total, o.tax, o.costs, o.carrier_cost, o.uncosted_goods, o.uncosted_shipping,
         o.uncosted_tax, o.uncosted_carrier_cost, o.assumed_fee, o.shipping_rate, o.zone_en, o.zone_ja, o.min_days,
         o.max_days, o.outcome_price, o.gift_terms, o.placed_at);
    insert into orders.line
        (order_id, position, variant, sku, name, colour, unit_price, quantity, total, tax_percent, cost_sheet, costs,
         made_to_order)
    select o.id, l.position, l.variant, l.sku, l.name, l.colour, l.unit_price, l.quantity, l.total, l.tax_percent,
        l.cost_sheet, l.costs, l.made_to_order
    from jsonb_populate_recordset(null::orders.line, lines) as l;
    insert into orders.happening (order_id, kind, amount, at) values (o.id, 'PLACED', o.total, o.placed_at);
    if timing is not null then
        insert into orders.timing (order_id, day, slot, lead_days, way_days)
        select o.id, t.day, t.slot, t.lead_days, t.way_days
        from jsonb_populate_record(null::orders.timing, timing) as t;
    end if;
    if promised is not null then
        perform impact.promise(promised);
    end if;
    return query select * from stock.reserve(o.id, variants, quantities);
end
$$;

-- Those at one gate pass one after the other, or many at once would all be the first. None of them waits for a disk
-- there: what a crash forgets of the last moment is a count of attempts.
create function guard.look(
    at_gate text, knocking uuid, from_sender bytea, with_proof bytea, since timestamptz, pieces uuid[],
    quantities integer[],
    out mode text, out passed boolean, out by_sender bigint, out unproved bigint, out by_proof bigint,
    out held_by_sender bigint, out held_by_proof bigint)
    language plpgsql set search_path = pg_catalog
as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    select g.mode into mode from guard.gate g where g.name = at_gate for update;
    passed := exists (select from guard.passage p where p.attempt = knocking);
    if passed then
        return;
    end if;
    select coalesce(max(held.by_sender), 0), coalesce(max(held.by_proof), 0) into held_by_sender, held_by_proof
    from (
        select w.quantity + coalesce(sum(h.quantity) filter (
                   where p.proof is null and p.sender = from_sender), 0) as by_sender,
               w.quantity + coalesce(sum(h.quantity) filter (where p.proof = with_proof), 0) as by_proof
        from unnest(pieces, quantities) as w (piece, quantity)
            left join guard.holding h using (piece)
            left join guard.passage p using (attempt)
        group by w.piece, w.quantity) held;
    select count(*) filter (where p.proof is null and p.sender = from_sender),
           count(*) filter (where p.proof is null),
           count(*) filter (where p.proof = with_proof)
    into by_sender, unproved, by_proof
    from guard.passage p
    where p.gate = at_gate and p.passed_at > since and p.finished_at is null;
end
$$;

revoke all on function stock.reserve(uuid, uuid[], integer[]), vault.keep(uuid, integer, timestamptz, text[], text[]),
    supporters.meet(jsonb), supporters.agree(jsonb), payments.request(jsonb, timestamptz), impact.promise(jsonb),
    orders.look(uuid, text, bigint, text[], uuid[]),
    orders.place(jsonb, jsonb, jsonb, jsonb, jsonb, integer, text[], text[], jsonb, timestamptz, jsonb, uuid[], integer[]),
    guard.look(text, uuid, bytea, bytea, timestamptz, uuid[], integer[])
    from public;
grant execute on function stock.reserve(uuid, uuid[], integer[]),
    vault.keep(uuid, integer, timestamptz, text[], text[]),
    supporters.meet(jsonb), supporters.agree(jsonb), payments.request(jsonb, timestamptz), impact.promise(jsonb),
    orders.look(uuid, text, bigint, text[], uuid[]),
    orders.place(jsonb, jsonb, jsonb, jsonb, jsonb, integer, text[], text[], jsonb, timestamptz, jsonb, uuid[], integer[]),
    guard.look(text, uuid, bytea, bytea, timestamptz, uuid[], integer[])
    to "${appRole}";
