-- A withdrawal is another row with the words that it takes back.
alter table supporters.consent add column withdrawal boolean not null default false;
