create schema reveals;
grant usage on schema reveals to "${appRole}";

-- Who of the staff opened a part of what somebody told us, when and why. Append-only: nobody but the owner can change or
-- remove what was written. Whom it is about stands here by the id of their key and in no other way; what was read does
-- not. The id is the form's, so that a form that is sent twice is one.
create table reveals.reveal (
    id         uuid        primary key,
    at         timestamptz not null,
    account_id uuid        not null,
    -- An administrator never: that role has none of these rights.
    role       text        not null check (role in ('SHOP', 'FULFILMENT', 'FINANCE')),
    subject_id uuid        not null,
    kind       text        not null check (kind ~ '^[a-z]{1,20}$'),
    matter     uuid        not null,
    part       text        not null check (part in ('SHIP_TO', 'CONTACT', 'RECEIPT')),
    way        text        not null check (way in ('SHOWN', 'PRINTED', 'EXPORTED')),
    reason     text        not null check (reason in ('SENDING', 'CAME_BACK', 'ASKED', 'UNREACHED', 'PAPER', 'LAW'))
);
create index reveal_by_matter on reveals.reveal (matter, at);
create index reveal_by_subject on reveals.reveal (subject_id, at);
create index reveal_by_time on reveals.reveal (at);

grant select, insert on reveals.reveal to "${appRole}";
