-- Stripe does not take the payer's mail address; its page asks for another.
alter table payments.payment add address_refused boolean not null default false;
