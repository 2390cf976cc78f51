-- Only for variants that have had no movement yet, so that running this again adds nothing.
with sample (sku, quantity) as (values
    ('CUSHION-INDIGO', 60),
    ('CUSHION-PERSIMMON', 3),
    ('CUSHION-WOOL', 24),
    ('PAIR-INDIGO', 12),
    ('PAIR-PERSIMMON', 1),
    ('PAIR-WOOL', 8),
    ('CROSS-NATURAL', 40),
    ('CROSS-WALNUT', 18),
    ('STANDING-NATURAL', 6),
    ('STANDING-WALNUT', 2),
    ('SCARF-INDIGO', 15),
    ('SCARF-PERSIMMON', 5),
    ('COASTERS-INDIGO', 30),
    ('COASTERS-PERSIMMON', 30),
    ('COASTERS-MOSS', 4),
    ('POUCH-INDIGO', 20),
    ('POUCH-MOSS', 9),
    ('MITTENS-WOOL', 14),
    ('MITTENS-MOSS', 2),
    ('HAT-INDIGO', 11),
    ('HAT-WOOL', 7)
), item as (
    insert into stock.item (variant_id)
    select v.id from catalog.variant v where v.lead_days is null
    on conflict do nothing
    returning variant_id
)
insert into stock.movement (variant_id, on_hand, reserved, reason)
select v.id, sample.quantity, 0, 'made'
from sample join catalog.variant v using (sku) join item on item.variant_id = v.id;
