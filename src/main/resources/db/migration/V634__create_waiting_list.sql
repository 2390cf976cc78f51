create schema awaited;
grant usage on schema awaited to "${appRole}";

-- Who wants to be told when a piece is there: the address lies in the vault, under a key of its own. When the mail has
-- gone nothing is kept but that somebody was told, for a day, so that no more are told than pieces are there for.
create table awaited.wait (
    id          uuid        primary key,
    variant     uuid        not null,
    subject     uuid,
    email_index bytea,
    language    text        not null check (language in ('en', 'ja')),
    asked_at    timestamptz not null,
    told_at     timestamptz,
    unique (variant, email_index),
    constraint person_is_whole check ((subject is null) = (email_index is null)),
    constraint forgotten_once_told check (subject is not null or told_at is not null)
);

create index wait_due on awaited.wait (variant, asked_at) where told_at is null;
create index wait_told on awaited.wait (told_at) where told_at is not null;
create index wait_of_address on awaited.wait (encode(email_index, 'hex'));

grant select, insert, delete on awaited.wait to "${appRole}";
grant update (subject, email_index, told_at) on awaited.wait to "${appRole}";
