-- What somebody wants to give back that is held, and why, which a second person decides on.
create table refunds.held_proposal (
    hold        uuid        primary key,
    why         text        not null check (why ~ '^[a-z-]{1,40}$'),
    proposed_at timestamptz not null,
    proposed_by text        not null check (proposed_by <> '')
);

grant select, insert, update on refunds.held_proposal to "${appRole}";
