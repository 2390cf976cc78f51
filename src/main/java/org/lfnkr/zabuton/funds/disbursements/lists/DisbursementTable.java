package org.lfnkr.zabuton.funds.disbursements.lists;

import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.Plan;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Sheet;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The desk's list of disbursements as a file; nothing foreign is in it. */
@Component
class DisbursementTable {

    private final Messages messages;

    DisbursementTable(Messages messages) {
        this.messages = messages;
    }

    /** The names of the columns. */
    List<String> head(Language language) {
        return Stream.of(
                        "number",
                        "state",
                        "fund",
                        "purpose",
                        "outcome",
                        "units",
                        "payee",
                        "payOn",
                        "approved",
                        "paid",
                        "yen",
                        "fee",
                        "back")
                .map(column -> messages.text("disbursements.column." + column, language))
                .toList();
    }

    void row(Sheet sheet, Disbursement it, Language language) {
        Plan plan = it.plan();
        sheet.row(
                it.number(),
                word("state", it.state().code(), language),
                it.fundName().in(language),
                word("purpose", plan.purpose().code(), language),
                it.outcomeName() == null ? "" : it.outcomeName().in(language),
                plan.units() == null ? "" : plan.units(),
                word("payee", plan.payee().code(), language),
                plan.payOn().toString(),
                it.approvedAt() == null ? "" : BusinessDate.of(it.approvedAt()).toString(),
                Objects.toString(it.paidOn(), ""),
                plan.yen().yen(),
                plan.fee().yen(),
                it.back().yen());
    }

    private String word(String kind, String code, Language language) {
        return messages.text("disbursements." + kind + "." + code, language);
    }
}
