-- One person met under several addresses: a duplicate points at the supporter it belongs to, keeps what is its own, and
-- can be set free again.
alter table supporters.supporter
    add merged_into uuid references supporters.supporter,
    add constraint merged_into_another check (merged_into <> id);
create index supporter_by_merged_into on supporters.supporter (merged_into) where merged_into is not null;
