package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.ReturnWhy;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes back, as it was typed. What is not paid comes back whole, or as much of it as the bank
 * paid less than was signed.
 */
record ReturnForm(Disbursement of, Map<String, String> typed, List<Problem> problems) {

    ReturnForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static ReturnForm fresh(Disbursement of) {
        return new ReturnForm(of, offered(of), List.of());
    }

    /** What is not paid is mostly called off whole. */
    private static Map<String, String> offered(Disbursement of) {
        return of.paidOn() == null ? Map.of("yen", String.valueOf(of.kept().yen())) : Map.of();
    }

    static ReturnForm sent(Disbursement of, Map<String, String> typed) {
        ReturnForm form = new ReturnForm(of, typed, List.of());
        return new ReturnForm(of, typed, form.complaints());
    }

    ReturnForm with(Problem problem) {
        return new ReturnForm(of, typed, List.of(problem));
    }

    private List<Problem> complaints() {
        List<Problem> found = new ArrayList<>();
        if (typedYen().filter(of::mayReturn).isEmpty()) {
            found.add(Problem.of("yen", "disbursements.back.yen.missing", of.kept().inFigures()));
        }
        if (of.paidOn() != null && typedWhy().isEmpty()) {
            found.add(Problem.of("why", "disbursements.back.why.missing"));
        }
        return found;
    }

    private Optional<Money> typedYen() {
        return TypedNumber.sum(typed.getOrDefault("yen", ""));
    }

    private Optional<ReturnWhy> typedWhy() {
        return ReturnWhy.of(typed.getOrDefault("why", "")).filter(ReturnWhy.ofPaid()::contains);
    }

    /** Only where nothing is wrong. */
    Money yen() {
        return typedYen().orElseThrow();
    }

    /** Only where nothing is wrong. */
    ReturnWhy why() {
        if (of.paidOn() != null) {
            return typedWhy().orElseThrow();
        }
        return yen().equals(of.kept()) ? ReturnWhy.CALLED_OFF : ReturnWhy.PAID_LESS;
    }

    /** Yen that had come back when the page was shown. */
    Money seen() {
        return TypedNumber.sum(typed.getOrDefault("seen", "")).orElse(Money.ZERO);
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    Form form() {
        return new Form(typed, problems);
    }
}
