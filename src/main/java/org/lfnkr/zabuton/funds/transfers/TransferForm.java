package org.lfnkr.zabuton.funds.transfers;

import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A transfer as it was typed.
 *
 * @param problems in the order of the page; none where everything was understood
 */
record TransferForm(Map<String, String> typed, List<MovableFund> funds, List<Problem> problems) {

    private static final Money MOST = Money.yen(99_999_999_999L);

    TransferForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static TransferForm fresh(List<MovableFund> funds) {
        return new TransferForm(Map.of(), funds, List.of());
    }

    static TransferForm sent(Map<String, String> typed, List<MovableFund> funds) {
        TransferForm form = new TransferForm(typed, funds, List.of());
        return new TransferForm(typed, funds, form.complaints());
    }

    TransferForm with(Problem problem) {
        return new TransferForm(typed, funds, List.of(problem));
    }

    private List<Problem> complaints() {
        List<Problem> found = new ArrayList<>();
        if (from().isEmpty()) {
            found.add(Problem.of("from", "transfers.from.missing"));
        }
        if (to().isEmpty()) {
            found.add(Problem.of("to", "transfers.to.missing"));
        } else if (from().filter(to().get()::equals).isPresent()) {
            found.add(Problem.of("to", "transfers.to.same"));
        }
        if (yen().isEmpty()) {
            found.add(Problem.of("yen", "transfers.yen.missing"));
        }
        if (ground().isEmpty()) {
            found.add(Problem.of("ground", "transfers.ground.missing"));
        } else if (from().filter(from -> !ground().get().fits(from)).isPresent()) {
            found.add(Problem.of("ground", "transfers.ground.other", from().get().name()));
        }
        return found;
    }

    /** Whether it has to be shown why: what was given for a purpose leaves it with a document. */
    boolean needsDocument() {
        return from().filter(MovableFund::restricted).isPresent();
    }

    UUID id() {
        return SentOnce.id(typed);
    }

    /** Only where nothing is wrong. */
    Wish wish() {
        return new Wish(fund(from()), fund(to()), yen().orElseThrow(), ground().orElseThrow());
    }

    private static Fund fund(Optional<MovableFund> chosen) {
        return chosen.orElseThrow().fund();
    }

    private Optional<MovableFund> from() {
        return chosen("from").filter(fund -> !fund.overdraws());
    }

    private Optional<MovableFund> to() {
        return chosen("to");
    }

    private Optional<MovableFund> chosen(String field) {
        return funds.stream()
                .filter(it -> it.fund().code().equals(typed.getOrDefault(field, "")))
                .findFirst();
    }

    private Optional<Money> yen() {
        return TypedNumber.sum(typed.getOrDefault("yen", ""))
                .filter(sum -> sum.isPositive() && sum.compareTo(MOST) <= 0);
    }

    private Optional<Ground> ground() {
        return Ground.of(typed.getOrDefault("ground", ""));
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    Form form() {
        return new Form(typed, problems);
    }
}
