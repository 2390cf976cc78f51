-- At least zabuton.products products of the sample's kinds, each with all of its variants, their costs, prices and
-- pieces: what is made is a copy of something that is sold, under a name, an address and a code of its own.
create temporary table ware on commit drop as
select p.id as sample, n, md5(p.id || '.' || n)::uuid as id
from catalog.product p, generate_series(1, ceil(current_setting('zabuton.products')::numeric
    / (select count(*) from catalog.product))::int - 1) n;

insert into catalog.product
select (jsonb_populate_record(p, jsonb_build_object(
    'id', w.id, 'slug', p.slug || '-' || w.n, 'place', p.place + 1000 * w.n,
    'name_en', p.name_en || ' ' || w.n, 'name_ja', p.name_ja || ' ' || w.n))).*
from ware w join catalog.product p on p.id = w.sample;

create temporary table piece on commit drop as
select v.id as sample, w.n, w.id as product, md5(v.id || '.' || w.n)::uuid as id
from ware w join catalog.variant v on v.product_id = w.sample;

insert into catalog.variant
select (jsonb_populate_record(v, jsonb_build_object('id', p.id, 'product_id', p.product, 'sku', v.sku || '-' || p.n))).*
from piece p join catalog.variant v on v.id = p.sample;

insert into catalog.cost_sheet
select (jsonb_populate_record(c, jsonb_build_object('id', md5(c.id || '.' || p.n)::uuid, 'variant_id', p.id))).*
from piece p join catalog.cost_sheet c on c.variant_id = p.sample;

insert into catalog.price
select (jsonb_populate_record(c, jsonb_build_object('variant_id', p.id))).*
from piece p join catalog.price c on c.variant_id = p.sample;

insert into stock.item (variant_id)
select p.id from piece p join stock.item i on i.variant_id = p.sample;

insert into stock.movement (variant_id, on_hand, reserved, reason)
select p.id, 10, 0, 'made' from piece p join stock.item i on i.variant_id = p.sample;

analyze;
