-- How something was before an act and after it: ids, codes and numbers only. Empty where there is nothing to tell.
alter table audit.entry
    add column before text not null default '',
    add column after  text not null default '';
