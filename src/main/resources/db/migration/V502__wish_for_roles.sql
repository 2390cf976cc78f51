-- The roles that an administrator wants an account to have, until an approver has decided.
create table staff.role_wish (
    account_id uuid        primary key references staff.account,
    roles      text[]      not null,
    at         timestamptz not null
);

grant select, insert, delete, update (roles, at) on staff.role_wish to "${appRole}";
