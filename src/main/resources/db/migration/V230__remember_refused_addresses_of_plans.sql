-- Stripe does not take the giver's mail address; its page asks for another.
alter table payments.plan add address_refused boolean not null default false;
