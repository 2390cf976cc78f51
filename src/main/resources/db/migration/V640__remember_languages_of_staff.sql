-- The language in which somebody was at the desk last: that of the mails to them.
alter table staff.account
    add column language text not null default 'ja' check (language in ('ja', 'en'));

grant update (language) on staff.account to "${appRole}";
