-- Where this database lives. A copy that was brought back lives elsewhere, and is kept from acting on real money.
create schema startup;

create table startup.home (
    single   boolean     primary key default true check (single),
    -- The server's number, made when its data directory was, and the database's within it.
    identity text        not null,
    since    timestamptz not null default now()
);

comment on table startup.home is 'One row since the first start with a live key of Stripe; written by the owner only.';
