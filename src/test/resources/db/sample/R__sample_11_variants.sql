insert into catalog.variant (id, product_id, sku, place, colour, colour_name_en, colour_name_ja, price, tax_percent,
    grams, lead_days)
select md5('variant:' || sku)::uuid, md5('product:' || slug)::uuid, sku, colour.place, colour, colour.name_en,
    colour.name_ja, price, 10, grams, lead_days
from (values
    ('knit-cushion', 'CUSHION-INDIGO', 'indigo', 3200, 350, null),
    ('knit-cushion', 'CUSHION-PERSIMMON', 'persimmon', 3200, 350, null),
    ('knit-cushion', 'CUSHION-WOOL', 'wool', 3200, 350, null),
    ('knit-cushion', 'CUSHION-MOSS', 'moss', 3200, 350, null),
    ('knit-cushion-pair', 'PAIR-INDIGO', 'indigo', 6200, 720, null),
    ('knit-cushion-pair', 'PAIR-PERSIMMON', 'persimmon', 6200, 720, null),
    ('knit-cushion-pair', 'PAIR-WOOL', 'wool', 6200, 720, null),
    ('knit-cushion-pair', 'PAIR-MOSS', 'moss', 6200, 720, 21),
    ('wooden-cross', 'CROSS-NATURAL', 'natural', 1400, 140, null),
    ('wooden-cross', 'CROSS-WALNUT', 'walnut', 1600, 150, null),
    ('standing-cross', 'STANDING-NATURAL', 'natural', 2400, 320, null),
    ('standing-cross', 'STANDING-WALNUT', 'walnut', 2700, 340, null),
    ('ribbed-scarf', 'SCARF-INDIGO', 'indigo', 4800, 240, null),
    ('ribbed-scarf', 'SCARF-WOOL', 'wool', 4800, 240, null),
    ('ribbed-scarf', 'SCARF-PERSIMMON', 'persimmon', 4800, 240, null),
    ('coaster-set', 'COASTERS-INDIGO', 'indigo', 1200, 80, null),
    ('coaster-set', 'COASTERS-PERSIMMON', 'persimmon', 1200, 80, null),
    ('coaster-set', 'COASTERS-MOSS', 'moss', 1200, 80, null),
    ('zip-pouch', 'POUCH-INDIGO', 'indigo', 1800, 70, null),
    ('zip-pouch', 'POUCH-MOSS', 'moss', 1800, 70, null),
    ('mittens', 'MITTENS-WOOL', 'wool', 2800, 110, null),
    ('mittens', 'MITTENS-MOSS', 'moss', 2800, 110, null),
    ('mittens', 'MITTENS-PERSIMMON', 'persimmon', 2800, 110, 14),
    ('knit-hat', 'HAT-INDIGO', 'indigo', 2600, 90, null),
    ('knit-hat', 'HAT-WOOL', 'wool', 2600, 90, null),
    ('knit-hat', 'HAT-PERSIMMON', 'persimmon', 2600, 90, null),
    ('lap-blanket', 'BLANKET-INDIGO', 'indigo', 12800, 900, 28),
    ('lap-blanket', 'BLANKET-WOOL', 'wool', 12800, 900, 28)
) as sample (slug, sku, colour, price, grams, lead_days)
join (values
    ('indigo', 1, 'Indigo', '藍'),
    ('persimmon', 2, 'Persimmon', '柿色'),
    ('wool', 3, 'Unbleached wool', '生成り'),
    ('moss', 4, 'Moss', '苔色'),
    ('natural', 5, 'Light wood', '白木'),
    ('walnut', 6, 'Walnut', '胡桃')
) as colour (colour, place, name_en, name_ja) using (colour)
on conflict (id) do update set place = excluded.place, colour_name_en = excluded.colour_name_en,
    colour_name_ja = excluded.colour_name_ja, price = excluded.price, grams = excluded.grams,
    lead_days = excluded.lead_days;
