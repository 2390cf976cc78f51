package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.UUID;

class FundNeedTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @ParameterizedTest
    @CsvSource({
        "0, 100000, 0, 0, 100000, FOOD",
        "4999, 95001, 0, 0, 100000, FOOD",
        "5000, 95000, 1, 5000, 95000, FOOD",
        "99999, 1, 19, 95000, 5000, FOOD",
        "100000, 0, 20, 100000, 0, GENERAL",
        "140000, 0, 20, 100000, 0, GENERAL"
    })
    void showsWholeStepsAndSendsOnWhatComesOnceItIsFull(
            long received, long left, int steps, long shown, long missing, String goesTo) {
        FundNeed need = need(100_000L, false, received);

        assertThat(need.remaining()).isEqualTo(Money.yen(left));
        assertThat(need.steps()).isEqualTo(steps);
        assertThat(need.shown()).isEqualTo(Money.yen(shown));
        assertThat(need.shownRemaining()).isEqualTo(Money.yen(missing));
        assertThat(need.goesTo()).isEqualTo(new Fund(goesTo));
    }

    @Test
    void aClosedFundTakesNothingWhateverItHas() {
        assertThat(need(null, true, 0).goesTo()).isEqualTo(Fund.GENERAL);
        assertThat(need(null, true, 0).state()).isEqualTo("closed");
        assertThat(need(null, true, 0).shown()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatTakesNoGiftsSaysWhereTheyGo() {
        assertThatThrownBy(() -> target(100L, false, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> target(100L, false, Fund.FOOD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> target(null, false, Fund.GENERAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(target(null, false, null).isEnd()).isTrue();
    }

    private static FundNeed need(@Nullable Long yen, boolean closed, long received) {
        return new FundNeed(target(yen, closed, Fund.GENERAL), Money.yen(received));
    }

    private static FundTarget target(@Nullable Long yen, boolean closed, @Nullable Fund instead) {
        return new FundTarget(
                UUID.randomUUID(),
                Fund.FOOD,
                DAY,
                yen == null ? null : new FundTarget.Need(Money.yen(yen), DAY),
                closed,
                instead,
                new Bilingual("Reason", "理由"));
    }
}
