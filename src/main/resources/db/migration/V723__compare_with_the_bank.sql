-- What the last night found between the books and the banks: by how much money on its way is not that of payouts, and by
-- how much the journal is not what the files end with. Null where there was no file to compare with.
create table bookkeeping.bank_comparison (
    only_one    boolean     primary key default true check (only_one),
    compared_at timestamptz not null,
    on_its_way  bigint,
    at_bank     bigint
);

grant select, insert, update on bookkeeping.bank_comparison to "${appRole}";
