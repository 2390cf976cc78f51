-- That an account has a time-based one-time password (RFC 6238) as a spare way in. The secret is in the vault. A step
-- is half a minute since 1970; no code of a step that was used, or of an earlier one, is taken again.
create table staff.spare_key (
    account_id   uuid        primary key references staff.account,
    made_at      timestamptz not null,
    confirmed_at timestamptz check (confirmed_at >= made_at),
    used_step    bigint      not null default 0
);

grant select, insert, delete, update (made_at, confirmed_at, used_step) on staff.spare_key to "${appRole}";
