create schema supporters;
grant usage on schema supporters to "${appRole}";

-- A person who buys or gives. Who it is stands in the vault; the mail address is found by its keyed fingerprint.
create table supporters.supporter (
    id uuid primary key,
    subject_id uuid not null unique references vault.subject,
    email_index bytea unique,
    index_key_id integer,
    language text not null check (language in ('en', 'ja')),
    met_at timestamptz not null,
    constraint index_with_its_key check ((email_index is null) = (index_key_id is null))
);

grant select, insert, update on supporters.supporter to "${appRole}";
