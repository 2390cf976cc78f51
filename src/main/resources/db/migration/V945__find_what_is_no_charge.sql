-- What is no charge is little beside charges: refunds, corrections, transfers. Where the receipts' year and the books'
-- year differ is found among them, whatever the number of gifts.
create index entry_no_charge on ledger.entry (booked_on, id) where kind <> 'CHARGE';
