package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.Control;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedNumber;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows as somebody types them from paper, with what the paper says of them together. */
record PaperForm(Map<String, String> typed) {

    private static final int MOST_ROWS = 500;
    private static final String BELOW_ZERO = "^\\s*[-−▲△]";

    PaperForm {
        typed = Map.copyOf(typed);
    }

    UUID account() {
        return Slice.id(value("paper"));
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (rows().isEmpty()) {
            problems.add(Problem.of("rows", "banking.type.wrong"));
        }
        if (yen("opening").isEmpty()) {
            problems.add(Problem.of("opening", "banking.type.wrong"));
        }
        if (yen("closing").isEmpty()) {
            problems.add(Problem.of("closing", "banking.type.wrong"));
        }
        if (value("lines").isBlank()) {
            problems.add(Problem.of("lines", "banking.type.empty"));
        }
        return problems;
    }

    private Optional<Integer> rows() {
        return TypedNumber.count(value("rows")).filter(it -> it >= 1 && it <= MOST_ROWS);
    }

    /** An account may be overdrawn. */
    private Optional<Money> yen(String field) {
        String text = value(field);
        String size = text.replaceFirst(BELOW_ZERO, "");
        return TypedNumber.sum(size).map(yen -> size.equals(text) ? yen : Money.ZERO.minus(yen));
    }

    /** Only where nothing is wrong. */
    Control control() {
        return new Control(
                rows().orElseThrow(), yen("opening").orElseThrow(), yen("closing").orElseThrow());
    }

    String lines() {
        return value("lines");
    }

    /** What is kept as the file. */
    byte[] raw() {
        return String.join("\n", value("rows"), value("opening"), value("closing"), lines())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
