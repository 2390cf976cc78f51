package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.banking.RowText;
import org.lfnkr.zabuton.reveals.Masked;
import org.lfnkr.zabuton.reveals.Part;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the bank wrote of a row, for whoever of the staff has a reason to open it. */
@Component
class MaskedRows implements Masked {

    static final String KIND = "bankrow";

    private final BankRowStore rows;
    private final OpenedRows opened;

    MaskedRows(BankRowStore rows, OpenedRows opened) {
        this.rows = rows;
        this.opened = opened;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(Part.BANK);
    }

    @Override
    public Mono<SubjectId> owner(UUID row) {
        return rows.find(row).map(TrayRow::subject);
    }

    @Override
    public Mono<List<Opened>> open(UUID row, Part part) {
        return rows.find(row).flatMap(opened::text).map(MaskedRows::lines);
    }

    private static List<Opened> lines(RowText text) {
        return Stream.of(
                        new Opened("banking.text.payer", text.payer()),
                        new Opened("banking.text.note", text.note()))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }
}
