-- What of a charge was to go back and did not reach its giver: it is theirs, and no part of what they gave.
alter table giving.charge
    add column held bigint not null default 0,
    add constraint what_is_held_is_not_refunded check (held >= 0 and refunded + held <= gift + cover);

grant update (held) on giving.charge to ${appRole};
