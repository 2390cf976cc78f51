package org.lfnkr.zabuton.funds.transfers;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Sheet;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Transfers as rows of a file. */
@Component
class TransferTable {

    private final Messages messages;

    TransferTable(Messages messages) {
        this.messages = messages;
    }

    /** The names of the columns. */
    List<String> head(Language language) {
        return Stream.of("number.column", "moved", "from", "to", "ground", "yen")
                .map(column -> messages.text("transfers." + column, language))
                .toList();
    }

    /** One that has moved. */
    void row(Sheet sheet, Transfer it, Language language) {
        sheet.row(
                it.number(),
                BusinessDate.of(Objects.requireNonNull(it.movedAt())).toString(),
                it.fromName().in(language),
                it.toName().in(language),
                messages.text("transfers.ground." + it.ground().code(), language),
                it.yen().yen());
    }
}
