-- What somebody wants to give back that a second person decides on, as it was typed: numbers, codes and the note. Its id
-- is that of the refund. What became of it, its approval tells, and the decision that follows.
create table refunds.proposal (
    id          uuid        primary key,
    order_id    uuid        not null,
    typed       jsonb       not null,
    proposed_at timestamptz not null,
    proposed_by text        not null check (proposed_by <> '')
);

grant select, insert on refunds.proposal to "${appRole}";
