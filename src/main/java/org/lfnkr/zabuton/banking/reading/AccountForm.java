package org.lfnkr.zabuton.banking.reading;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.files.Columns;
import org.lfnkr.zabuton.banking.files.FileFormat;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A new account as somebody describes it. */
record AccountForm(Map<String, String> typed) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_LINES = 50;

    AccountForm {
        typed = Map.copyOf(typed);
    }

    /** With the columns of ANSER. */
    static AccountForm fresh() {
        Columns columns = Columns.ANSER;
        return new AccountForm(
                Map.of(
                        "skip", String.valueOf(columns.skip()),
                        "day", String.valueOf(columns.day()),
                        "out", String.valueOf(columns.out()),
                        "in", String.valueOf(columns.in()),
                        "balance", String.valueOf(columns.balance()),
                        "text", String.valueOf(columns.text())));
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        int length = Typed.length(label());
        if (length < SHORTEST || length > LONGEST) {
            problems.add(Problem.of("label", "banking.account.label.wrong"));
        }
        if (format().isEmpty()) {
            problems.add(Problem.of("format", "banking.account.format.missing"));
        }
        if (isTable() && columns() == null) {
            problems.add(Problem.of("skip", "banking.account.columns.wrong"));
        }
        return problems;
    }

    private String label() {
        return Typed.line(value("label"));
    }

    private Optional<FileFormat> format() {
        return Arrays.stream(FileFormat.values())
                .filter(it -> it.code().equals(value("format")))
                .findFirst();
    }

    private boolean isTable() {
        return format().filter(it -> it == FileFormat.CSV).isPresent();
    }

    private @Nullable Columns columns() {
        int skip = number("skip", MOST_LINES);
        int day = number("day", MOST_COLUMNS);
        int out = number("out", MOST_COLUMNS);
        int in = number("in", MOST_COLUMNS);
        int balance = number("balance", MOST_COLUMNS);
        int text = number("text", MOST_COLUMNS);
        boolean understood = skip >= 0 && out >= 0 && balance >= 0;
        return understood && day > 0 && in > 0 && text > 0
                ? new Columns(skip, day, out, in, balance, text)
                : null;
    }

    /** Below zero where it is none. */
    private int number(String field, int most) {
        return TypedNumber.count(value(field)).filter(it -> it <= most).orElse(-1);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Only where nothing is wrong. */
    BankAccount account() {
        Columns columns = isTable() ? columns() : null;
        return new BankAccount(
                UUID.randomUUID(),
                label(),
                format().orElseThrow(),
                columns == null ? new Columns(0, 0, 0, 0, 0, 0) : columns,
                null,
                null);
    }

    Form shown(List<Problem> problems) {
        return new Form(typed, problems);
    }
}
