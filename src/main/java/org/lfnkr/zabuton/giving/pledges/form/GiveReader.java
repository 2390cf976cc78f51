package org.lfnkr.zabuton.giving.pledges.form;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.checkout.Answers;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

    private final Answers answers;

    private GiveReader(Map<String, String> typed) {
        this.answers = new Answers("giving", typed);
    }

    static GiveAnswers read(Map<String, String> typed, Cause usual) {
        return new GiveReader(typed).read(usual);
    }

    private GiveAnswers read(Cause usual) {
        Frequency frequency = frequency();
        Money gift = amount();
        String name = answers.onPaper(NAME, answers.neededLine(NAME));
        EmailAddress email = answers.email(EMAIL);
        Cause cause =
                answers.value(CAUSE).isEmpty()
                        ? usual
                        : Cause.of(answers.value(CAUSE)).orElse(usual);
        Dedication dedication = dedication();
        return frequency == null || gift == null || email == null || !answers.problems().isEmpty()
                ? new GiveAnswers.Bad(answers.problems())
                : new GiveAnswers.Good(
                        frequency,
                        cause,
                        gift,
                        answers.value(COVER).equals("yes"),
                        name,
                        email,
                        dedication);
    }

    private @Nullable Frequency frequency() {
        return Arrays.stream(Frequency.values())
                .filter(it -> it.code().equals(answers.value(FREQUENCY)))
                .findFirst()
                .orElseGet(() -> answers.refuse(FREQUENCY, "frequency.missing"));
    }

    private @Nullable Money amount() {
        return switch (AmountReader.read(answers.typed())) {
            case AmountReader.Read.Amount read -> read.gift();
            case AmountReader.Read.Unclear unclear -> {
                answers.note(unclear.problem());
                yield null;
            }
        };
    }

    private Dedication dedication() {
        Dedication words =
                new Dedication(
                        answers.onPaper(HONOUREE, answers.line(HONOUREE)),
                        answers.onPaper(MESSAGE, answers.lines(MESSAGE)),
                        answers.onPaper(ORGANISATION, answers.line(ORGANISATION)),
                        answers.line(ALIAS));
        if (!words.message().isEmpty() && !words.hasCard()) {
            answers.refuse(HONOUREE, "honouree.missing");
        }
        return words;
    }
}
