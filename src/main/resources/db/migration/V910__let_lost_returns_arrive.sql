-- What two people said will not arrive may arrive after all. Each return has a name of its own, by which it is signed as
-- lost alone.
alter table funds.disbursement_return
    drop constraint arrived_or_lost,
    add column id uuid not null unique default gen_random_uuid();

create index disbursement_return_lost on funds.disbursement_return (disbursement)
    where lost_on is not null and arrived_on is null;
