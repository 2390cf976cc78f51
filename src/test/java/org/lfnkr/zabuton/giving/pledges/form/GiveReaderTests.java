package org.lfnkr.zabuton.giving.pledges.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.HostileNumbers;
import org.lfnkr.zabuton.web.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class GiveReaderTests {

    private static final Map<String, String> ENOUGH =
            Map.of(
                    "frequency",
                    "monthly",
                    "amount",
                    "3000",
                    "name",
                    "Name",
                    "email",
                    "name@example.org");

    @Test
    void givesToTheFosterChildrenAnonymouslyWithoutCoverUnlessAskedOtherwise() {
        GiveAnswers.Good good = good(ENOUGH);

        assertThat(good.frequency()).isEqualTo(Frequency.MONTHLY);
        assertThat(good.cause()).isEqualTo(Cause.FOSTER_CHILDREN);
        assertThat(good.gift()).isEqualTo(Money.yen(3000));
        assertThat(good.coversFee()).isFalse();
        assertThat(good.dedication()).isEqualTo(Dedication.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2500", "２５００", "¥2,500", "２，５００円", " 2500 "})
    void understandsAnotherAmountInAnyWidth(String typed) {
        assertThat(good(with("amount", "other", "other", typed)).gift()).isEqualTo(Money.yen(2500));
        assertThat(good(with("amount", "", "other", typed)).gift()).isEqualTo(Money.yen(2500));
    }

    static Stream<String> hostile() {
        return HostileNumbers.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void readsNoAmountFromWhatIsNone(String typed) {
        assertThat(problems(with("amount", "other", "other", typed)))
                .containsExactly(Problem.of("other", "giving.other.malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "1000000"})
    void takesAsLittleAndAsMuchAsItSays(String typed) {
        assertThat(good(with("amount", "other", "other", typed)).gift())
                .isEqualTo(Money.yen(Long.parseLong(typed)));
    }

    @ParameterizedTest
    @CsvSource({
        "499, giving.other.limits",
        "1000001, giving.other.limits",
        "99999999999999, giving.other.limits",
        "many, giving.other.malformed",
        "'', giving.other.malformed",
        "-500a, giving.other.malformed",
        "2500.00, giving.other.malformed",
        "2 500, giving.other.malformed"
    })
    void refusesAmountsOutsideOfTheLimits(String typed, String key) {
        assertThat(problems(with("amount", "other", "other", typed)))
                .extracting(Problem::key)
                .containsExactly(key);
    }

    @Test
    void asksWhichOfTwoAmountsIsMeant() {
        assertThat(problems(with("amount", "3000", "other", "5000")))
                .containsExactly(AmountQuestion.of(Money.yen(3000), Money.yen(5000)));
    }

    @Test
    void whoWritesTheAmountThatIsChosenIsAskedNothing() {
        assertThat(good(with("amount", "3000", "other", "３，０００円")).gift())
                .isEqualTo(Money.yen(3000));
    }

    @Test
    void asksAboutWhatIsNoAmountAlsoWhereAnotherIsChosen() {
        assertThat(problems(with("amount", "3000", "other", "5000.00")))
                .containsExactly(Problem.of("other", "giving.other.malformed"));
    }

    @Test
    void namesEverythingThatIsMissingInTheOrderOfThePage() {
        assertThat(problems(Map.of()))
                .extracting(Problem::field)
                .containsExactly("frequency", "amount", "name", "email");
    }

    @Test
    void wantsToKnowWhomTheCardIsFor() {
        assertThat(problems(with("message", "Words")))
                .extracting(Problem::key)
                .containsExactly("giving.honouree.missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "honouree", "message", "organisation"})
    void saysWhatPapersCannotShowWhereItWasTyped(String field) {
        Map<String, String> typed = new HashMap<>(with("honouree", "Somebody"));
        typed.put(field, "Ana 🌸");

        assertThat(problems(typed)).containsExactly(Problem.of(field, "papers.unprintable", "🌸"));
    }

    private static Map<String, String> with(String... more) {
        Map<String, String> typed = new HashMap<>(ENOUGH);
        for (int i = 0; i < more.length; i += 2) {
            typed.put(more[i], more[i + 1]);
        }
        return typed;
    }

    private static GiveAnswers.Good good(Map<String, String> typed) {
        GiveAnswers answers = GiveReader.read(typed, Cause.FOSTER_CHILDREN);
        assertThat(answers).isInstanceOf(GiveAnswers.Good.class);
        return (GiveAnswers.Good) answers;
    }

    private static List<Problem> problems(Map<String, String> typed) {
        GiveAnswers answers = GiveReader.read(typed, Cause.FOSTER_CHILDREN);
        assertThat(answers).isInstanceOf(GiveAnswers.Bad.class);
        return ((GiveAnswers.Bad) answers).problems();
    }
}
