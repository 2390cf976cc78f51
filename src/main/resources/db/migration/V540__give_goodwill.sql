-- A refund may bring more than its goods had cost, as goodwill: that is no money of the sale, so no lot gives it and the
-- organisation bears it. It is said like any other part of a refund, and said otherwise later by an entry that moves no money.
insert into ledger.account (code, nature, name_en, name_ja)
values ('GOODWILL', 'EXPENSE', 'Goodwill to payers', '支払補償費');

alter table bookkeeping.attribution_part
    drop constraint attribution_part_part_check,
    add constraint attribution_part_part_check check (part in ('LINE', 'SHIPPING', 'GIFT', 'GOODWILL'));

alter table bookkeeping.movement
    drop constraint attribution_moves_nothing,
    add constraint attribution_moves_nothing check (kind <> 'ATTRIBUTION' or (yen, fee) = (0, 0)),
    drop constraint setting_aside_moves_nothing,
    add constraint setting_aside_moves_nothing check (kind <> 'SET_ASIDE' or (yen, fee) = (0, 0));
