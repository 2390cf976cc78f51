-- How often staff have sent a letter again, which is limited: nobody is to be flooded from our desk.
alter table mail.letter add column again integer not null default 0 check (again >= 0);
