-- Two people who found the same can't be waited for forever: others may count anew, and what was said about the round
-- before stays with it. Until now nothing was counted after a difference was stated.
alter table counter.difference add round integer;

update counter.difference d
set round = (select max(c.round) from counter.tray_count c where c.bazaar = d.bazaar);

alter table counter.difference
    alter round set not null,
    drop constraint difference_pkey,
    add primary key (bazaar, round),
    add foreign key (bazaar, round) references counter.tray_count;
