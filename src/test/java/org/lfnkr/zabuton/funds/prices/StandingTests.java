package org.lfnkr.zabuton.funds.prices;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.impact.Outcome;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.impact.PriceVersion.Claim;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

class StandingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Outcome RICE =
            new Outcome("rice", new Bilingual("rice", "お米"), "kilogram", Fund.FOOD);

    @ParameterizedTest
    @CsvSource({
        "61,",
        "60,IN_60",
        "31,IN_60",
        "30,IN_30",
        "8,IN_30",
        "7,IN_7",
        "0,IN_7",
        "-1,IN_7",
        "-400,IN_7"
    })
    void queuesSixtyThirtyAndSevenDaysBefore(int left, Ending queue) {
        Standing standing = standing(price(-500, left));

        assertThat(standing.daysLeft()).contains((long) left);
        assertThat(Arrays.stream(Ending.values()).filter(standing::isIn))
                .isEqualTo(queue == null ? List.of() : List.of(queue));
    }

    @Test
    void claimsUntilTheLastDayAndNotOneMore() {
        assertThat(standing(price(-9, 0)).claimed()).isNotNull();
        assertThat(standing(price(-9, -1)).claimed()).isNull();
        assertThat(standing(price(1, 9)).claimed()).isNull();
    }

    @Test
    void looksToTheEndOfWhatFollowsWithoutAGap() {
        assertThat(standing(price(6, 300), price(-9, 5)).daysLeft()).contains(300L);
        assertThat(standing(price(7, 300), price(-9, 5)).daysLeft())
                .as("A day without a claim lies between")
                .contains(5L);
        assertThat(standing(price(3, 20), price(-9, 50)).daysLeft())
                .as("The next one counts, though the first would hold for longer")
                .contains(20L);
    }

    @Test
    void warnsOfNoEndThatTwoPeopleDecided() {
        assertThat(standing(end(-1), price(-9, 5)).daysLeft()).isEmpty();
        assertThat(standing(end(3), price(-9, 5)).daysLeft()).isEmpty();
        assertThat(standing().daysLeft()).isEmpty();
    }

    @Test
    void saysOfEachVersionHowItStands() {
        PriceVersion wrong = price(4, 90);
        PriceVersion right = price(4, 99);
        PriceVersion now = price(-9, 50);
        PriceVersion before = price(-99, 50);
        Standing standing = standing(right, wrong, now, before);

        assertThat(standing.versions().stream().map(standing::state))
                .containsExactly("to-come", "past", "now", "past");
        PriceVersion end = end(0);
        assertThat(standing(end, now).state(end)).isEqualTo("ended");
        PriceVersion over = price(-9, -1);
        assertThat(standing(over).state(over)).isEqualTo("over");
    }

    private static Standing standing(PriceVersion... versions) {
        return new Standing(RICE, List.of(versions), TODAY);
    }

    private static PriceVersion price(int from, int until) {
        Claim claim = new Claim(5_400, 30, TODAY.minusDays(999), TODAY.plusDays(until), null, null);
        return version(from, claim);
    }

    private static PriceVersion end(int from) {
        return version(from, null);
    }

    private static PriceVersion version(int from, @Nullable Claim claim) {
        return new PriceVersion(UUID.randomUUID(), RICE, TODAY.plusDays(from), claim, "test", null);
    }
}
