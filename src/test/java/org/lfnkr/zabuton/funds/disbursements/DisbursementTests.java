package org.lfnkr.zabuton.funds.disbursements;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.bookkeeping.LotKind;
import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.bookkeeping.spending.TakenLot;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class DisbursementTests {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    /** What is not paid comes back whole; what is paid, as much as is spent; a draft, nothing. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT, 0, 4000, false",
        "APPROVED, 0, 4000, true",
        "APPROVED, 0, 500, true",
        "APPROVED, 0, 4001, false",
        "PAID, 0, 500, true",
        "PAID, 500, 3500, true",
        "PAID, 500, 3501, false",
        "EVIDENCED, 0, 0, false",
        "EVIDENCED, 0, 4000, true",
        "RETURNED, 4000, 1, false",
        "WITHDRAWN, 0, 4000, false"
    })
    void comesBackByItsState(DisbursementState state, long back, long yen, boolean may) {
        assertThat(disbursement(state, back).mayReturn(Money.yen(yen))).isEqualTo(may);
    }

    @Test
    void waitsSinceItStandsWhereItDoes() {
        LocalDate day = LocalDate.of(2026, 5, 11);

        assertThat(disbursement(DisbursementState.APPROVED, 0).age(day)).isEqualTo(10);
        assertThat(disbursement(DisbursementState.PAID, 0).age(day)).isEqualTo(4);
        assertThat(disbursement(DisbursementState.EVIDENCED, 0).since()).isNull();
    }

    /** Lots go by when they entered the books, not by the day they were paid. */
    @Test
    void saysFromWhichDayToWhichItsMoneyWasPaid() {
        assertThat(lots(taken(5), taken(2), taken(3)))
                .isEqualTo(
                        Words.of(
                                "disbursements.lots.fact",
                                3,
                                LocalDate.of(2026, 5, 2),
                                LocalDate.of(2026, 5, 5)));
    }

    /** Nobody reads of the days from the 29th to the 29th. */
    @Test
    void saysOnWhichDayItsMoneyWasPaidWhereItIsOne() {
        assertThat(lots(taken(29), taken(29)))
                .isEqualTo(Words.of("disbursements.lots.day", 2, LocalDate.of(2026, 5, 29)));
    }

    private static Words lots(TakenLot... taken) {
        Preview preview =
                new Preview(
                        Fund.FOOD,
                        Money.yen(4_000),
                        false,
                        Money.yen(4_000),
                        Money.ZERO,
                        List.of(taken),
                        null);
        Disbursement draft = disbursement(DisbursementState.DRAFT, 0);
        return new DisbursementMatter(draft, null, preview, List.of())
                .matter().facts().stream()
                        .filter(it -> it.label().equals("disbursements.lots"))
                        .map(it -> it.lines().getFirst())
                        .findFirst()
                        .orElseThrow();
    }

    private static TakenLot taken(int day) {
        return new TakenLot(
                day,
                UUID.randomUUID(),
                LocalDate.of(2026, 5, day),
                LotKind.GIFT,
                Money.yen(1_000),
                Money.yen(1_000));
    }

    static Disbursement disbursement(DisbursementState state, long back) {
        boolean paid = state == DisbursementState.PAID || state == DisbursementState.EVIDENCED;
        return new Disbursement(
                new DisbursementId(UUID.randomUUID()),
                1,
                state,
                new Plan(
                        Fund.FOOD,
                        PayeeKind.SHOP,
                        Purpose.FOOD,
                        "rice",
                        10L,
                        Money.yen(4_000),
                        Money.yen(440),
                        Way.HOME,
                        LocalDate.of(2026, 5, 7)),
                new Bilingual("Food", "食料"),
                new Bilingual("rice", "お米"),
                "kilogram",
                1,
                Money.yen(back),
                MAY,
                state == DisbursementState.DRAFT ? null : MAY,
                day(paid),
                null,
                null);
    }

    private static @Nullable LocalDate day(boolean paid) {
        return paid ? LocalDate.of(2026, 5, 7) : null;
    }
}
