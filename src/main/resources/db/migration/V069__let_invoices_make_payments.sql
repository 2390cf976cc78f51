-- A payment that no session was opened for: an invoice of a plan was paid.
alter table payments.payment
    add column plan    uuid references payments.plan,
    add column invoice text unique,
    add constraint made_by_an_invoice check ((plan is null) = (invoice is null));

create index payment_plan on payments.payment (plan) where plan is not null;
