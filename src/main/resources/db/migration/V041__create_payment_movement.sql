-- Each line of Stripe's balance that belongs to a payment, once.
create table payments.movement (
    balance_transaction text primary key,
    payment             uuid        not null references payments.payment,
    kind                text        not null check (kind in ('CHARGE', 'REFUND', 'REFUND_FAILURE', 'DISPUTE')),
    object              text        not null,
    amount              bigint      not null,
    fee                 bigint      not null,
    moved_at            timestamptz not null
);

create unique index movement_one_charge on payments.movement (payment) where kind = 'CHARGE';
create index movement_payment on payments.movement (payment);

grant select, insert on payments.movement to ${appRole};
