insert into shipping.zone (id, name_en, name_ja, free_from, min_days, max_days)
select md5('zone:' || name_en)::uuid, sample.*
from (values
    ('Hokkaido', '北海道', 12000, 4, 8),
    ('Honshu', '本州', 10000, 3, 7),
    ('Shikoku and Kyushu', '四国・九州', 10000, 4, 8),
    ('Okinawa', '沖縄', 15000, 6, 12),
    ('East Asia', '東アジア', null, 7, 14),
    ('Asia', 'アジア', null, 8, 18),
    ('Europe', 'ヨーロッパ', null, 10, 21),
    ('North America and Oceania', '北米・オセアニア', null, 10, 21),
    ('Latin America and Africa', '中南米・アフリカ', null, 14, 35)
) as sample (name_en, name_ja, free_from, min_days, max_days)
on conflict (id) do update set name_ja = excluded.name_ja, free_from = excluded.free_from,
    min_days = excluded.min_days, max_days = excluded.max_days;

insert into shipping.rate (id, zone_id, up_to_grams, charge, carrier_cost)
select md5('rate:' || zone || up_to_grams)::uuid, md5('zone:' || zone)::uuid, up_to_grams, charge, carrier_cost
from (values
    ('Hokkaido', 1000, 900, 870),
    ('Hokkaido', 2000, 1100, 1080),
    ('Hokkaido', 5000, 1400, 1380),
    ('Hokkaido', 15000, 1900, 1850),
    ('Honshu', 1000, 600, 570),
    ('Honshu', 2000, 800, 780),
    ('Honshu', 5000, 1050, 1020),
    ('Honshu', 15000, 1500, 1460),
    ('Shikoku and Kyushu', 1000, 750, 720),
    ('Shikoku and Kyushu', 2000, 950, 930),
    ('Shikoku and Kyushu', 5000, 1250, 1220),
    ('Shikoku and Kyushu', 15000, 1700, 1650),
    ('Okinawa', 1000, 1100, 1060),
    ('Okinawa', 2000, 1350, 1310),
    ('Okinawa', 5000, 1800, 1760),
    ('Okinawa', 15000, 2600, 2540),
    ('East Asia', 500, 1900, 1850),
    ('East Asia', 1000, 2400, 2350),
    ('East Asia', 2000, 3400, 3300),
    ('East Asia', 5000, 6200, 6100),
    ('Asia', 500, 2300, 2250),
    ('Asia', 1000, 2900, 2850),
    ('Asia', 2000, 4200, 4100),
    ('Asia', 5000, 7800, 7600),
    ('Europe', 500, 3500, 3450),
    ('Europe', 1000, 4700, 4600),
    ('Europe', 2000, 6900, 6800),
    ('Europe', 5000, 13000, 12800),
    ('North America and Oceania', 500, 3400, 3350),
    ('North America and Oceania', 1000, 4600, 4500),
    ('North America and Oceania', 2000, 6700, 6600),
    ('North America and Oceania', 5000, 12600, 12400),
    ('Latin America and Africa', 500, 4000, 3900),
    ('Latin America and Africa', 1000, 5500, 5400),
    ('Latin America and Africa', 2000, 8400, 8250)
) as sample (zone, up_to_grams, charge, carrier_cost)
on conflict (id) do update set charge = excluded.charge, carrier_cost = excluded.carrier_cost;

-- In Japan parcels go with a parcel service; to Okinawa what is light goes by letter post.
update shipping.rate set timed = up_to_grams > 1000 or zone_id <> md5('zone:Okinawa')::uuid
where zone_id in (select md5('zone:' || name)::uuid
                    from unnest(array['Hokkaido', 'Honshu', 'Shikoku and Kyushu', 'Okinawa']) as name);

insert into shipping.prefecture (code, zone_id)
select to_char(number, 'FM00'), md5('zone:' || case
    when number = 1 then 'Hokkaido'
    when number < 36 then 'Honshu'
    when number < 47 then 'Shikoku and Kyushu'
    else 'Okinawa' end)::uuid
from generate_series(1, 47) as number
on conflict (code) do update set zone_id = excluded.zone_id;

insert into shipping.country (code, zone_id)
select code, case zone when 'Japan' then null else md5('zone:' || zone)::uuid end
from (values
    ('Japan', array['JP']),
    ('East Asia', array['KR', 'TW', 'HK', 'CN']),
    ('Asia', array['SG', 'TH', 'MY', 'VN', 'PH', 'ID', 'IN', 'MN']),
    ('Europe', array['GB', 'IE', 'DE', 'FR', 'NL', 'BE', 'CH', 'AT', 'IT', 'ES', 'SE', 'NO', 'DK', 'FI', 'PL', 'CZ']),
    ('North America and Oceania', array['US', 'CA', 'AU', 'NZ']),
    ('Latin America and Africa', array['BR', 'MX', 'ZA'])
) as sample (zone, codes), unnest(codes) as code
on conflict (code) do nothing;

update shipping.country set open = false,
    reason_en = 'The post does not take goods for sale to the United States at present. We will open it again when it does.',
    reason_ja = '現在、郵便では米国あての販売品を引き受けていません。再開され次第、お届けできるようにします。'
where code = 'US';
