create schema supporters;
grant usage on schema supporters to "${appRole}";

-- A person who buys or gives. Who it is stands in the vault; the mail address is found by its keyed fingerprint. One
-- person met under several addresses: a duplicate points at the supporter it belongs to, keeps what is its own, and can
-- be set free again.
create table supporters.supporter (
    id           uuid        primary key,
    subject_id   uuid        not null unique references vault.subject,
    email_index  bytea       unique,
    index_key_id integer,
    language     text        not null check (language in ('en', 'ja')),
    met_at       timestamptz not null,
    merged_into  uuid        references supporters.supporter,
    constraint index_with_its_key check ((email_index is null) = (index_key_id is null)),
    constraint merged_into_another check (merged_into <> id)
);

create index supporter_by_merged_into on supporters.supporter (merged_into) where merged_into is not null;
create index on supporters.supporter (index_key_id);

grant select, insert, update on supporters.supporter to "${appRole}";

-- What a supporter agreed to, in the words that were shown. Never changed: a withdrawal is another row with the words
-- that it takes back.
create table supporters.consent (
    id           bigint      generated always as identity primary key,
    supporter_id uuid        not null references supporters.supporter,
    kind         text        not null,
    version      text        not null,
    wording      text        not null,
    given_at     timestamptz not null,
    withdrawal   boolean     not null default false
);

create index consent_by_supporter on supporters.consent (supporter_id, kind, given_at);

grant select, insert on supporters.consent to "${appRole}";

-- That somebody is one person under two addresses, as they proved; for a time it can be taken back. Moved are all that
-- pointed at the duplicate, and the duplicate.
create table supporters.merger (
    id              uuid        primary key,
    main_id         uuid        not null references supporters.supporter,
    duplicate_id    uuid        not null references supporters.supporter check (duplicate_id <> main_id),
    moved           uuid[]      not null,
    merged_at       timestamptz not null,
    separable_until timestamptz not null,
    separated_at    timestamptz
);

create index merger_by_main on supporters.merger (main_id);

grant select, insert, update (separated_at) on supporters.merger to "${appRole}";

-- What has to be kept of somebody who is erased, until a day. It lies in the vault under a key of its own, which is
-- destroyed after that day.
create table supporters.retained (
    id         uuid        primary key,
    section    text        not null,
    kind       text        not null,
    subject_id uuid        not null unique references vault.subject,
    kept_at    timestamptz not null,
    until      date        not null
);

create index retained_by_end on supporters.retained (until);

grant select, insert, delete on supporters.retained to "${appRole}";
