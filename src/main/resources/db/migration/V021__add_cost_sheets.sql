-- What one piece costs the organisation, in whole yen. A sheet holds from its first to its last day, both included;
-- without an end it holds until further notice. Where none holds, nothing may be claimed about the profit.
create table catalog.cost_sheet (
    id uuid primary key,
    variant_id uuid not null references catalog.variant,
    materials bigint not null check (materials >= 0),
    making bigint not null check (making >= 0),
    packaging bigint not null check (packaging >= 0),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    exclude using gist (variant_id with =, daterange(valid_from, valid_to, '[]') with &&)
);

grant select on catalog.cost_sheet to ${appRole};
