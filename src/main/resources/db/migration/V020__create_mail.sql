create schema mail;
grant usage on schema mail to "${appRole}";

-- A letter to write: what about and in which language, but not to whom or with which words. Those are read from their
-- owner at the moment of sending. A letter that waits is due work like any other; one that can't be delivered is
-- parked, and says so here as well.
create table mail.letter (
    id          uuid        primary key,
    kind        text        not null,
    -- Begins with the id of what the letter is about.
    reference   text        not null,
    language    text        not null check (language in ('en', 'ja')),
    state       text        not null default 'waiting' check (state in ('waiting', 'sent', 'withdrawn', 'undeliverable')),
    queued_at   timestamptz not null,
    closed_at   timestamptz,
    -- What a letter was called that could not be sent: its subject's message, and the order or gift that it was about.
    -- Neither names a person.
    subject_key text,
    about       text,
    constraint one_letter_each unique (kind, reference),
    constraint closed_when_not_waiting check ((state = 'waiting') = (closed_at is null))
);

-- Whoever asks what we keep is told of the letters, too.
create index letter_by_matter on mail.letter (split_part(reference, '/', 1));
create index letter_undeliverable on mail.letter (closed_at desc, id) where state = 'undeliverable';
create index letter_undeliverable_about on mail.letter (about) where state = 'undeliverable';

grant select, insert, update on mail.letter to "${appRole}";
