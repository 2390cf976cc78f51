package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.papers.Glyphs;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the give form. Pure: the same answers give the same result. */
public final class GiveReader {

    public static final String FREQUENCY = "frequency";
    public static final String COVER = "cover";
    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String CAUSE = "cause";
    static final String HONOUREE = "honouree";
    static final String MESSAGE = "message";
    static final String ORGANISATION = "organisation";
    static final String ALIAS = "alias";

    /** Everything the form may ask for. */
    static final List<String> FIELDS =
            List.of(
                    FREQUENCY,
                    AmountReader.AMOUNT,
                    AmountReader.OTHER,
                    COVER,
                    NAME,
                    EMAIL,
                    CAUSE,
                    HONOUREE,
                    MESSAGE,
                    ORGANISATION,
                    ALIAS);

    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_TEXT = 200;

    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    private GiveReader(Map<String, String> typed) {
        this.typed = typed;
    }

    static GiveAnswers read(Map<String, String> typed, Cause usual) {
        return new GiveReader(typed).read(usual);
    }

    private GiveAnswers read(Cause usual) {
        Frequency frequency = frequency();
        Money gift = amount();
        String name = onPaper(NAME, line(NAME));
        if (name.isEmpty()) {
            refuse(NAME, "giving.name.missing");
        }
        EmailAddress email = email();
        Cause cause = value(CAUSE).isEmpty() ? usual : Cause.of(value(CAUSE)).orElse(usual);
        Dedication dedication = dedication();
        return frequency == null || gift == null || email == null || !problems.isEmpty()
                ? new GiveAnswers.Bad(problems)
                : new GiveAnswers.Good(
                        frequency,
                        cause,
                        gift,
                        value(COVER).equals("yes"),
                        name,
                        email,
                        dedication);
    }

    private @Nullable Frequency frequency() {
        return Arrays.stream(Frequency.values())
                .filter(it -> it.code().equals(value(FREQUENCY)))
                .findFirst()
                .orElseGet(() -> refuse(FREQUENCY, "giving.frequency.missing"));
    }

    private @Nullable Money amount() {
        return switch (AmountReader.read(typed)) {
            case AmountReader.Read.Amount read -> read.gift();
            case AmountReader.Read.Unclear unclear -> {
                problems.add(unclear.problem());
                yield null;
            }
        };
    }

    private @Nullable EmailAddress email() {
        String text = Typed.code(value(EMAIL));
        if (text.isEmpty()) {
            return refuse(EMAIL, "giving.email.missing");
        }
        Optional<EmailAddress> address = EmailAddress.parse(text);
        return address.isPresent() ? address.get() : refuse(EMAIL, "giving.email.malformed");
    }

    private Dedication dedication() {
        Dedication words =
                new Dedication(
                        onPaper(HONOUREE, line(HONOUREE)),
                        onPaper(
                                MESSAGE,
                                checked(MESSAGE, Typed.lines(value(MESSAGE)), LONGEST_TEXT)),
                        onPaper(ORGANISATION, line(ORGANISATION)),
                        line(ALIAS));
        if (!words.message().isEmpty() && !words.hasCard()) {
            refuse(HONOUREE, "giving.honouree.missing");
        }
        return words;
    }

    /** What stands on receipts and cards can be printed as it was typed. */
    private String onPaper(String field, String text) {
        Glyphs.problem(field, text).ifPresent(problems::add);
        return text;
    }

    private String line(String field) {
        return checked(field, Typed.line(value(field)), LONGEST_LINE);
    }

    private String checked(String field, String text, int longest) {
        if (Typed.length(text) > longest) {
            refuse(field, "giving.too-long", longest, Typed.length(text));
        }
        return text;
    }

    private <T> @Nullable T refuse(String field, String key, Object... arguments) {
        problems.add(Problem.of(field, key, arguments));
        return null;
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
