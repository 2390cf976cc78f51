package org.lfnkr.zabuton.giving.plans.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Sheet;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The desk's list of plans as a file. */
@Component
class PlanTable {

    private final Messages messages;

    PlanTable(Messages messages) {
        this.messages = messages;
    }

    /** The names of the columns. */
    List<String> head(Language language) {
        return Stream.of("plan", "begun", "state", "every", "amount", "next", "overdue", "since")
                .map(column -> messages.text("giving.plans.column." + column, language))
                .toList();
    }

    void row(Sheet sheet, ListedPlan plan, Language language) {
        sheet.row(
                plan.reference(),
                day(plan.begunAt()),
                messages.text("giving.plans.state." + plan.state().code(), language),
                messages.text("giving.frequency." + plan.frequency().code(), language),
                plan.amount().yen(),
                day(plan.nextChargeAt()),
                plan.overdue().yen(),
                day(plan.overdueSince()));
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : BusinessDate.of(at).toString();
    }
}
