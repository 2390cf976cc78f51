-- What has to be kept of somebody who is erased, until a day. It lies in the vault under a key of its own, which is
-- destroyed after that day.
create table supporters.retained (
    id uuid primary key,
    section text not null,
    kind text not null,
    subject_id uuid not null unique references vault.subject,
    kept_at timestamptz not null,
    until date not null
);
create index retained_by_end on supporters.retained (until);

grant select, insert, delete on supporters.retained to "${appRole}";
