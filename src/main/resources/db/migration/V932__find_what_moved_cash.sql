-- What moved the cash box, so that it can be told how low it ever stood.
create index posting_in_cash on ledger.posting (entry_id) where account = 'CASH';
