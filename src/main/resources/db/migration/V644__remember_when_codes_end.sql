-- Until when the konbini code of an order can be paid; null of what is paid otherwise.
alter table orders.orders add column pay_by timestamptz;

update orders.orders o set pay_by = p.pay_by
from payments.payment p
where p.id = o.payment and p.pay_by is not null;

create index orders_by_code_end on orders.orders (pay_by) where status = 'AWAITING_KONBINI';

grant update (pay_by) on orders.orders to "${appRole}";
