-- Somebody asked for the spare way in. There is a row whatever address was typed; only when its mail is written is
-- looked whose it is, and made what the link holds, of which the SHA-256 is here.
create table staff.spare_link (
    id         uuid        primary key,
    mail_indexes text[]    not null check (cardinality(mail_indexes) > 0),
    asked_at   timestamptz not null,
    ends_at    timestamptz not null check (ends_at > asked_at),
    token_hash bytea       unique check (length(token_hash) = 32),
    account_id uuid        references staff.account,
    tries      integer     not null default 0 check (tries >= 0),
    check ((token_hash is null) = (account_id is null))
);

create index spare_link_by_account on staff.spare_link (account_id);
create index spare_link_by_end on staff.spare_link (ends_at);

grant select, insert, delete, update (token_hash, account_id, tries) on staff.spare_link to "${appRole}";
