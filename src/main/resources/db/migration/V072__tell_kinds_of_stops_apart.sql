-- Whether Stripe knows the end of a plan as a time rather than as a flag: each is taken back in its
-- own way.
alter table payments.plan add column stops_by_time boolean not null default false;
