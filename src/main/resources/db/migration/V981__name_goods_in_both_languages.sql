-- What was sold is called in both languages, as it was called then. What was sold before knows the buyer's alone.
alter table orders.line
    add column name_en text,
    add column name_ja text,
    add column colour_en text,
    add column colour_ja text,
    add constraint named_in_both check (num_nulls(name_en, name_ja, colour_en, colour_ja) in (0, 4));

create or replace function orders.place(
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
         made_to_order, name_en, name_ja, colour_en, colour_ja)
    select o.id, l.position, l.variant, l.sku, l.name, l.colour, l.unit_price, l.quantity, l.total, l.tax_percent,
        l.cost_sheet, l.costs, l.made_to_order, l.name_en, l.name_ja, l.colour_en, l.colour_ja
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
