-- How a plan stands after a change of it; how it stood before is what the change before it says.
-- Only the day of the next charge moves without a change, so what it was is kept as well.
alter table giving.happening
    add column frequency       text check (frequency in ('MONTHLY', 'YEARLY')),
    add column gift            bigint check (gift > 0),
    add column cover           bigint check (cover >= 0),
    add column next_charge     date,
    add column next_charge_was date,
    add check ((frequency is null) = (gift is null) and (gift is null) = (cover is null));
