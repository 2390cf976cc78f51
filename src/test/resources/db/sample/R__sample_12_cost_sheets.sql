-- The standing walnut cross has no sheet that holds today: the shop then says nothing about its profit.
insert into catalog.cost_sheet (id, variant_id, materials, making, packaging, valid_from, valid_to)
select md5('cost:' || v.sku || valid_from)::uuid, v.id, materials, making, sample.packaging, valid_from::date,
    valid_to::date
from (values
    ('CUSHION-%', 450, 320, 90, '2024-04-01', '2025-03-31'),
    ('CUSHION-%', 480, 350, 90, '2025-04-01', null),
    ('PAIR-%', 960, 700, 140, '2025-04-01', null),
    ('CROSS-%', 150, 260, 130, '2025-04-01', null),
    ('STANDING-NATURAL', 280, 420, 180, '2025-04-01', null),
    ('STANDING-WALNUT', 390, 420, 180, '2024-04-01', '2025-03-31'),
    ('SCARF-%', 900, 780, 80, '2025-04-01', null),
    ('COASTERS-%', 140, 240, 50, '2025-04-01', null),
    ('POUCH-%', 260, 380, 50, '2025-04-01', null),
    ('MITTENS-%', 420, 520, 60, '2025-04-01', null),
    ('HAT-%', 380, 460, 60, '2025-04-01', null),
    ('BLANKET-%', 3200, 2800, 160, '2025-04-01', null)
) as sample (skus, materials, making, packaging, valid_from, valid_to)
join catalog.variant v on v.sku like sample.skus
on conflict do nothing;
