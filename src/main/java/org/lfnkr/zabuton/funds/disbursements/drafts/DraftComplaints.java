package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.lfnkr.zabuton.funds.disbursements.Purpose;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a draft, in the order of the page. */
final class DraftComplaints {

    /** How far from today a day is not mistyped. */
    private static final int MONTHS = 12;

    private final DraftReading read;
    private final Choices choices;
    private final List<Problem> found = new ArrayList<>();

    private DraftComplaints(DraftReading read, Choices choices) {
        this.read = read;
        this.choices = choices;
    }

    static List<Problem> of(Map<String, String> typed, Choices choices, LocalDate today) {
        DraftComplaints complaints = new DraftComplaints(new DraftReading(typed), choices);
        complaints.ofPurpose();
        complaints.ofMoney();
        complaints.ofWay(today);
        if (complaints.read.isForeign()) {
            complaints.ofForeign();
        }
        return complaints.found;
    }

    private void ofPurpose() {
        Optional<PayingFund> fund = choices.fund(read.text("fund"));
        need("fund", fund);
        need("purpose", read.purpose());
        if (fund.filter(PayingFund::restricted).isPresent()
                && read.purpose().filter(Purpose.ADMINISTRATION::equals).isPresent()) {
            add("purpose", "disbursements.purpose.restricted", fund.get().name());
        }
        read.outcome().ifPresentOrElse(code -> ofOutcome(code, fund), this::ofNoOutcome);
        need("payee", read.payee());
    }

    private void ofOutcome(String code, Optional<PayingFund> fund) {
        Optional<Outcome> outcome = choices.outcome(code);
        need("outcome", outcome);
        if (outcome.isPresent()
                && fund.filter(it -> !it.fund().equals(outcome.get().fund())).isPresent()) {
            add(
                    "outcome",
                    "disbursements.outcome.other",
                    outcome.get().name(),
                    name(outcome.get()));
        }
        need("units", read.units());
    }

    private void ofNoOutcome() {
        if (!read.text("units").isEmpty()) {
            add("outcome", "disbursements.outcome.missing");
        }
    }

    private Object name(Outcome outcome) {
        return choices.fund(outcome.fund().code()).orElseThrow().name();
    }

    private void ofMoney() {
        need("yen", read.yen());
        need("fee", read.fee());
    }

    private void ofWay(LocalDate today) {
        need("way", read.way());
        Optional<LocalDate> day = read.payOn();
        need("payOn", day);
        if (day.filter(it -> isFar(it, today)).isPresent()) {
            add("payOn", "disbursements.payOn.far");
        }
    }

    private static boolean isFar(LocalDate day, LocalDate today) {
        return day.isBefore(today.minusMonths(MONTHS)) || day.isAfter(today.plusMonths(MONTHS));
    }

    private void ofForeign() {
        need("currency", read.currency());
        need("amount", read.amount());
        need("rate", read.rate());
        need("source", read.source());
        if (found.isEmpty()) {
            Money yen = read.yen().orElseThrow();
            read.foreign()
                    .filter(foreign -> !foreign.makes(yen))
                    .ifPresent(
                            foreign ->
                                    add(
                                            "rate",
                                            "disbursements.rate.other",
                                            foreign.figures(),
                                            foreign.yen().inFigures(),
                                            yen.inFigures()));
        }
    }

    private void need(String field, Optional<?> answer) {
        if (answer.isEmpty()) {
            add(field, "disbursements." + field + ".missing");
        }
    }

    private void add(String field, String key, Object... arguments) {
        found.add(Problem.of(field, key, arguments));
    }
}
