-- Gifts that a row of the bank was said to be and is not. The refund takes such a gift out of the books again, though no
-- money moved; the wish of its giver waits for another row, which makes a gift of its own.
create table giving.transfer_undo (
    refund      uuid        primary key,
    -- As it was wished for, also where it was given again and that was wrong as well.
    pledge      uuid        not null references giving.pledge,
    undone_at   timestamptz not null,
    -- The payment by which it was given again.
    given_again uuid        unique
);

create unique index transfer_undo_waits on giving.transfer_undo (pledge) where given_again is null;

grant select, insert, update (given_again) on giving.transfer_undo to "${appRole}";
