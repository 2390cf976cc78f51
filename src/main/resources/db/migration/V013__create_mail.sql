create schema mail;
grant usage on schema mail to "${appRole}";

-- A letter to write: what about and in which language, but not to whom or with which words. Those are read from their
-- owner at the moment of sending.
create table mail.letter (
    id uuid primary key,
    kind text not null,
    reference text not null,
    language text not null check (language in ('en', 'ja')),
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'withdrawn', 'undeliverable')),
    queued_at timestamptz not null,
    due_at timestamptz not null,
    attempts integer not null default 0 check (attempts >= 0),
    closed_at timestamptz,
    constraint one_letter_each unique (kind, reference),
    constraint closed_when_not_waiting check ((state = 'waiting') = (closed_at is null))
);
create index letter_due on mail.letter (due_at) where state = 'waiting';

grant select, insert, update on mail.letter to "${appRole}";
