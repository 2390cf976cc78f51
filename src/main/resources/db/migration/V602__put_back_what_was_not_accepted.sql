-- RETURNED: what was paid was not what was asked for, and goes back; nothing is sent and nothing was given.
alter table orders.orders
    drop constraint orders_status_check,
    add constraint orders_status_check check (status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI', 'PAID', 'CANCELLED',
                                                         'HELD', 'RETURNED', 'SOLD_OUT', 'REFUNDED'));

alter table giving.pledge
    drop constraint pledge_status_check,
    add constraint pledge_status_check check (status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI', 'GIVEN', 'PAID_TWICE',
                                                         'ENDED', 'HELD', 'RETURNED', 'OF_PLAN'));
