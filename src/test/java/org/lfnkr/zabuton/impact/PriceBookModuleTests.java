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
import java.util.Objects;
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
    void takesThePriceWhoseFirstDayCameLast() throws SQLException {
        addOutcome();
        addPrice("2026-01-01", "2026-12-31", "2025-12-01", "2027-12-31");
        addPrice("2026-02-01", "2026-02-28", "2026-01-01", "2027-12-31");

        assertThat(known("2026-01-31").validFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(known("2026-02-01").validFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(priceOn("2026-03-01")).as("The later one has ended").isNull();
    }

    @Test
    void takesOfTwoForADayTheOneThatWasDecidedLater() throws SQLException {
        addOutcome();
        addDecided("'2026-02-01', 100, 1", "2026-01-05");
        addDecided("'2026-02-01', 200, 1", "2026-01-07");
        addDecided("'2026-02-01', 300, 1", "2026-01-06");

        assertThat(known("2026-02-01").yen()).isEqualTo(200);
    }

    @Test
    void claimsNothingFromAnEndOn() throws SQLException {
        addOutcome();
        addDecided("'2026-02-01', 100, 1", "2026-01-05");
        execute(
                "insert into impact.price (outcome, valid_from, evidence, decided_at)"
                        + " values ('%s', '2026-03-01', 'wrong', '2026-03-01 00:30+09')");

        assertThat(priceOn("2026-02-28")).isNotNull();
        assertThat(priceOn("2026-03-01")).isNull();
        assertThat(priceOn("2026-12-01")).isNull();
        addDecided("'2026-12-02', 100, 1", "2026-12-01");
        assertThat(priceOn("2026-12-02")).isNotNull();
    }

    /** Decided on the first day in Tokyo, an hour after midnight. */
    @Test
    void refusesAPriceThatHasBegunWhenItIsDecided() throws SQLException {
        addOutcome();

        assertThatThrownBy(() -> addDecided("'2026-02-01', 100, 1", "2026-02-01 01:00+09"))
                .hasMessageContaining("changes_nothing_before");
        assertThatThrownBy(
                        () ->
                                execute(
                                        "insert into impact.price (outcome, valid_from, evidence,"
                                                + " decided_at) values ('%s', '2026-02-28',"
                                                + " 'wrong', '2026-03-01 00:30+09')"))
                .hasMessageContaining("changes_nothing_before");
    }

    @Test
    void refusesADecidedPriceWithoutAFileOrBeforeItsEvidence() throws SQLException {
        addOutcome();

        assertThatThrownBy(
                        () ->
                                execute(
                                        "insert into impact.price (outcome, yen, units, valid_from,"
                                                + " evidence, evidence_on, evidence_until,"
                                                + " decided_at) values ('%s', 1, 1, '2026-02-01',"
                                                + " 'x', '2026-01-01', '2027-01-01',"
                                                + " '2026-01-02')"))
                .hasMessageContaining("decided_upon_a_file");
        assertThatThrownBy(() -> addDecided("'2025-12-31', 100, 1", "2025-12-01"))
                .hasMessageContaining("evidence_covers_the_first_day");
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

    private OutcomePrice known(String day) {
        return Objects.requireNonNull(priceOn(day));
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

    /** Evidence of 2026. */
    private void addDecided(String firstDayYenAndUnits, String at) throws SQLException {
        execute(
                "insert into impact.price (outcome, valid_from, yen, units, evidence, evidence_on,"
                        + " evidence_until, file, sha256, decided_at) values ('%s', "
                        + firstDayYenAndUnits
                        + ", 'sample', '2026-01-01', '2026-12-31', gen_random_uuid(),"
                        + " repeat('a', 64), '"
                        + at
                        + "')");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(outcome));
        }
    }
}
