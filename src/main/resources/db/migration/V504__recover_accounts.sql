-- Ten codes that make a new passkey, each once. The paper holds the code; its SHA-256 is here.
create table staff.recovery_code (
    code_hash  bytea       primary key check (length(code_hash) = 32),
    account_id uuid        not null references staff.account,
    made_at    timestamptz not null
);

create index recovery_code_by_account on staff.recovery_code (account_id);

grant select, insert, delete on staff.recovery_code to "${appRole}";

-- Whoever came in by a recovery code approves nothing before this.
alter table staff.account add column approves_from timestamptz;
grant update (approves_from) on staff.account to "${appRole}";
