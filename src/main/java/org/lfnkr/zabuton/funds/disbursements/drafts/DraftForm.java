package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.Foreign;
import org.lfnkr.zabuton.funds.disbursements.Plan;
import org.lfnkr.zabuton.funds.disbursements.Way;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A draft as it was typed.
 *
 * @param problems in the order of the page; none where everything was understood
 */
record DraftForm(Map<String, String> typed, List<Problem> problems) {

    DraftForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static DraftForm fresh(LocalDate today) {
        return new DraftForm(Map.of("payOn", today.toString(), "way", Way.HOME.code()), List.of());
    }

    static DraftForm sent(Map<String, String> typed, Choices choices, LocalDate today) {
        return new DraftForm(typed, DraftComplaints.of(typed, choices, today));
    }

    /** As it stands. */
    static DraftForm of(Disbursement draft, @Nullable Foreign foreign) {
        Plan plan = draft.plan();
        Map<String, String> values = new HashMap<>();
        values.put("fund", plan.fund().code());
        values.put("payee", plan.payee().code());
        values.put("purpose", plan.purpose().code());
        values.put("outcome", plan.outcome() == null ? "" : plan.outcome());
        values.put("units", plan.units() == null ? "" : plan.units().toString());
        values.put("yen", Long.toString(plan.yen().yen()));
        values.put("fee", plan.fee().isZero() ? "" : Long.toString(plan.fee().yen()));
        values.put("way", plan.way().code());
        values.put("payOn", plan.payOn().toString());
        values.put("revision", Integer.toString(draft.revision()));
        Optional.ofNullable(foreign).ifPresent(it -> values.putAll(values(it)));
        return new DraftForm(values, List.of());
    }

    private static Map<String, String> values(Foreign foreign) {
        return Map.of(
                "currency", foreign.currency(),
                "amount", foreign.amount().toPlainString(),
                "rate", foreign.rateFigures(),
                "source", foreign.source().code());
    }

    DraftForm with(Problem problem) {
        return new DraftForm(typed, List.of(problem));
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    DisbursementId id() {
        return new DisbursementId(SentOnce.id(typed));
    }

    /** Only where nothing is wrong. */
    Plan plan() {
        return new DraftReading(typed).plan();
    }

    /** Only where nothing is wrong; empty where it is paid in yen. */
    Optional<Foreign> foreign() {
        return new DraftReading(typed).foreign();
    }

    /** Which one was changed; 0 where none was. */
    int revision() {
        return new DraftReading(typed).revision();
    }

    Form form() {
        return new Form(typed, problems);
    }
}
