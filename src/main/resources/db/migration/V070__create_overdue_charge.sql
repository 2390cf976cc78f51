-- Invoices that were tried in vain and are not given up. Paid or dropped, they are gone from here.
create table payments.overdue (
    invoice         text primary key,
    plan            uuid        not null references payments.plan,
    amount          bigint      not null,
    attempts        integer     not null,
    needs_action    boolean     not null,
    next_attempt_at timestamptz,
    billed_at       timestamptz not null
);

create index overdue_plan on payments.overdue (plan);

grant select, insert, update, delete on payments.overdue to ${appRole};
