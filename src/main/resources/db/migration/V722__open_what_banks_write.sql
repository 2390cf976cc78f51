-- What a bank wrote of a row, or the whole of its file, is opened as what people tell us is.
alter table reveals.reveal
    drop constraint reveal_part_check,
    add constraint reveal_part_check check (part in ('SHIP_TO', 'CONTACT', 'RECEIPT', 'BANK')),
    drop constraint reveal_reason_check,
    add constraint reveal_reason_check
        check (reason in ('SENDING', 'CAME_BACK', 'ASKED', 'UNREACHED', 'PAPER', 'MATCHING', 'LAW'));
