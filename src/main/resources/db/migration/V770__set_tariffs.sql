-- The desk keeps the tariff. Orders have the numbers of their rate with them, and no reference to it.
grant insert, update, delete on shipping.rate, shipping.prefecture to "${appRole}";
grant insert, update on shipping.zone, shipping.country to "${appRole}";

create index prefecture_zone on shipping.prefecture (zone_id);
create index country_zone on shipping.country (zone_id);
