package org.lfnkr.zabuton.funds.disbursements.lists;

import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.Foreign;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Sheet;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The list of remittances abroad as a file. */
@Component
class RemittanceTable {

    private final Messages messages;

    RemittanceTable(Messages messages) {
        this.messages = messages;
    }

    /** The names of the columns. */
    List<String> head(Language language) {
        return Stream.of(
                        "column.paid",
                        "way",
                        "column.purpose",
                        "column.payee",
                        "column.yen",
                        "column.back",
                        "currency",
                        "amount",
                        "rate",
                        "source",
                        "column.number")
                .map(column -> messages.text("disbursements." + column, language))
                .toList();
    }

    void row(Sheet sheet, Remittance remittance, Language language) {
        Disbursement it = remittance.disbursement();
        Foreign foreign = remittance.foreign();
        sheet.row(
                Objects.toString(it.paidOn(), ""),
                word("way", it.plan().way().code(), language),
                word("purpose", it.plan().purpose().code(), language),
                word("payee", it.plan().payee().code(), language),
                it.plan().yen().yen(),
                it.back().yen(),
                foreign == null ? "" : foreign.currency(),
                foreign == null ? "" : foreign.amount(),
                foreign == null ? "" : foreign.rate(),
                foreign == null ? "" : word("source", foreign.source().code(), language),
                it.number());
    }

    private String word(String kind, String code, Language language) {
        return messages.text("disbursements." + kind + "." + code, language);
    }
}
