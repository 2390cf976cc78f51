package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

@ModuleTest
class PriceBookModuleTests {

    @Autowired Impact impact;
    @Autowired TestDatabase database;

    private final String outcome = "test-" + UUID.randomUUID();

    @Test
    void knowsThePriceOfTheSampleRice() {
        LocalDate day = LocalDate.of(2026, 11, 22);

        assertThat(impact.price("rice", day).block()).isEqualTo(Samples.RICE);
    }

    @Test
    void hasAPriceOnItsFirstAndItsLastDayOnly() throws SQLException {
        addOutcome();
        addPrice("2026-01-01", "2026-01-31", "2025-12-01", "2027-12-31");

        assertThat(priceOn("2025-12-31")).isNull();
        assertThat(priceOn("2026-01-01")).isNotNull();
        assertThat(priceOn("2026-01-31")).isNotNull();
        assertThat(priceOn("2026-02-01")).isNull();
    }

    @Test
    void claimsNothingOnceTheEvidenceIsOutOfDate() throws SQLException {
        addOutcome();
        addPrice("2026-01-01", "2026-12-31", "2026-01-01", "2026-03-31");

        assertThat(priceOn("2026-03-31")).isNotNull();
        assertThat(priceOn("2026-04-01")).isNull();
    }

    @Test
    void refusesTwoPricesForOneDay() throws SQLException {
        addOutcome();
        addPrice("2026-01-01", "2026-01-31", "2025-12-01", "2027-12-31");

        assertThatThrownBy(() -> addPrice("2026-01-31", "2026-02-28", "2026-01-01", "2027-12-31"))
                .hasMessageContaining("one_price_a_day");
    }

    @Test
    void refusesAPriceWithoutEvidence() throws SQLException {
        addOutcome();

        assertThatThrownBy(
                        () ->
                                execute(
                                        "insert into impact.price (outcome, yen, units, valid_from,"
                                                + " evidence, evidence_on, evidence_until) values ('%s',"
                                                + " 1, 1, '2026-01-01', ' ', '2026-01-01',"
                                                + " '2026-01-01')"))
                .hasMessageContaining("evidence");
    }

    @Test
    void startsWithAPolicyThatGivesAllToFood() {
        AllocationPolicy policy = Await.value(impact.policy(LocalDate.of(2026, 11, 22)));

        assertThat(policy.version()).isEqualTo(1);
        assertThat(policy.ofProfit().parts())
                .containsExactly(java.util.Map.entry(Fund.FOOD, 10_000));
        assertThat(policy.ofGift()).isEqualTo(policy.ofProfit());
    }

    @Test
    void refusesAPolicyThatForgetsAPart() {
        assertThatThrownBy(
                        () ->
                                execute(
                                        """
                                        with p as (insert into impact.allocation_policy
                                            values (99, '2099-01-01', 'test', 'テスト') returning version)
                                        insert into impact.allocation_share
                                        select version, 'PROFIT', 'FOOD', 9999 from p
                                        """))
                .hasMessageContaining("does not share out");
    }

    private @Nullable OutcomePrice priceOn(String day) {
        return impact.price(outcome, LocalDate.parse(day)).block();
    }

    private void addOutcome() throws SQLException {
        execute("insert into impact.outcome values ('%s', 'test', 'テスト', 'kilogram', 'FOOD')");
    }

    private void addPrice(String from, String to, String evidenceOn, String evidenceUntil)
            throws SQLException {
        execute(
                "insert into impact.price (outcome, yen, units, valid_from, valid_to, evidence,"
                        + " evidence_on, evidence_until) values ('%s', 100, 1, '"
                        + String.join("', '", from, to, "sample", evidenceOn, evidenceUntil)
                        + "')");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(outcome));
        }
    }
}
