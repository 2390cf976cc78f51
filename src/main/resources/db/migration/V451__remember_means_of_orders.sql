-- Stripe's name of how it is or was paid, such as card or konbini; null before that is known.
alter table orders.orders add column means text check (means <> '');

update orders.orders o set means = p.method
from payments.payment p
where p.id = o.payment and p.method <> '';

grant update (means) on orders.orders to "${appRole}";
