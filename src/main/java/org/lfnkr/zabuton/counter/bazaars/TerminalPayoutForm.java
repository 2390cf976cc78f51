package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.counter.TerminalPayout;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedDay;
import org.lfnkr.zabuton.web.TypedNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What finance types about a payout. */
record TerminalPayoutForm(Map<String, String> typed) {

    /** Somebody else has noted one meanwhile. */
    static final Problem OVER = Problem.late("counter.payout.over");

    private static final String AMOUNT = "amount";
    private static final String DAY = "day";
    private static final String REFERENCE = "reference";
    private static final Money MOST = Money.yen(99_999_999);

    TerminalPayoutForm {
        typed = Map.copyOf(typed);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }

    private Optional<Money> amount() {
        return TypedNumber.sum(value(AMOUNT)).filter(it -> it.compareTo(MOST) <= 0);
    }

    private Optional<LocalDate> day() {
        return TypedDay.of(value(DAY));
    }

    private String reference() {
        return Typed.code(value(REFERENCE));
    }

    List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        if (amount().isEmpty()) {
            found.add(Problem.of(AMOUNT, "counter.payout.amount.unreadable"));
        }
        if (day().isEmpty()) {
            found.add(Problem.of(DAY, "counter.payout.day.unreadable"));
        }
        if (!Slip.isReference(reference())) {
            found.add(Problem.of(REFERENCE, "counter.payout.reference.unreadable"));
        }
        return found;
    }

    static Problem problem(TerminalPayouts.Answer answer) {
        return switch (answer) {
            case REFERENCE_TAKEN -> Problem.of(REFERENCE, "counter.payout.reference.taken");
            case NOT_THAT_DAY -> Problem.of(DAY, "counter.payout.day.other");
            case TOO_MUCH -> Problem.of(AMOUNT, "counter.payout.amount.much");
            case NOTED, NOT_NOW -> throw new IllegalArgumentException("No problem: " + answer);
        };
    }

    /** Of a form without problems. */
    TerminalPayout payout() {
        return new TerminalPayout(amount().orElseThrow(), day().orElseThrow(), reference());
    }
}
