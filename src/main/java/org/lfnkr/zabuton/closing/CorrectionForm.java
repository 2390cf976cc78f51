package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which entry said something wrongly, and what puts it right. */
record CorrectionForm(Map<String, String> typed) {

    private static final String CASH = "CASH";
    private static final String BROUGHT_IN = "BROUGHT_IN";
    private static final int LONGEST = 200;
    private static final Money MOST = Money.yen(999_999_999);

    CorrectionForm {
        typed = Map.copyOf(typed);
    }

    /**
     * What lay in the cash box before the books began, for somebody to say how much it was.
     *
     * @param entry the first one about the box
     */
    static CorrectionForm ofCashBox(long entry) {
        return new CorrectionForm(
                Map.of("entry", Long.toString(entry), "debit", CASH, "credit", BROUGHT_IN));
    }

    UUID id() {
        return SentOnce.id(typed);
    }

    String value(String field) {
        return typed.getOrDefault(field, "");
    }

    private Optional<Integer> typedEntry() {
        return TypedNumber.count(value("entry"));
    }

    private Optional<Money> typedSum() {
        return TypedNumber.sum(value("yen"))
                .filter(Money::isPositive)
                .filter(it -> it.compareTo(MOST) <= 0);
    }

    long entry() {
        return typedEntry().orElseThrow();
    }

    long yen() {
        return typedSum().orElseThrow().yen();
    }

    String reason() {
        return Typed.line(value("reason"));
    }

    /**
     * @param accounts those that may be corrected
     */
    List<Problem> problems(List<String> accounts) {
        List<Problem> problems = new ArrayList<>();
        if (typedEntry().isEmpty()) {
            problems.add(unknownEntry());
        }
        if (!accounts.contains(value("debit"))) {
            problems.add(Problem.of("debit", "closing.correct.account.missing"));
        }
        if (!accounts.contains(value("credit")) || value("credit").equals(value("debit"))) {
            problems.add(Problem.of("credit", "closing.correct.account.other"));
        }
        if (names(BROUGHT_IN) && !names(CASH)) {
            problems.add(Problem.of("credit", "closing.correct.account.brought-in"));
        }
        if (typedSum().isEmpty()) {
            problems.add(Problem.of("yen", "closing.correct.yen.missing"));
        }
        if (reason().isEmpty() || Typed.length(reason()) > LONGEST) {
            problems.add(Problem.of("reason", "closing.correct.reason.missing"));
        }
        return problems;
    }

    private boolean names(String account) {
        return value("debit").equals(account) || value("credit").equals(account);
    }

    static Problem unknownEntry() {
        return Problem.of("entry", "closing.correct.entry.missing");
    }

    Form shown(List<Problem> problems) {
        return new Form(typed, problems);
    }
}
