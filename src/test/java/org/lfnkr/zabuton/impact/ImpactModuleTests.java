package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.UUID;

@ModuleTest
class ImpactModuleTests {

    @Autowired Impact impact;
    @Autowired DatabaseClient database;

    private final UUID subject = UUID.randomUUID();

    @Test
    void saysWhatAnOrderCouldFund() {
        Await.done(impact.promise(subject, Samples.RICE, yen(3_768)));

        ImpactStory story = Await.value(impact.story(subject));

        assertThat(story).isEqualTo(ImpactStory.couldFund(Samples.RICE, yen(3_768)));
        assertThat(story.units()).isEqualTo(20);
        assertThat(story.remainder()).isEqualTo(yen(168));
    }

    @Test
    void hasNoStoryWhereNothingWasPromised() {
        assertThat(impact.story(subject).block()).isNull();
        assertThat(
                        impact.fund(
                                        subject,
                                        java.util.Map.of(),
                                        Cause.MONEY,
                                        java.time.Instant.EPOCH)
                                .block())
                .isNull();
    }

    @Test
    void refusesToPromiseTwice() {
        Await.done(impact.promise(subject, Samples.RICE, yen(3_768)));

        assertThatThrownBy(() -> impact.promise(subject, Samples.RICE, yen(9_000)).block())
                .hasStackTraceContaining("statement_pkey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"set promised_units = 30", "set price_yen = 1", "set promised_at = now()"})
    void keepsWhatWasSaidAtTheSale(String change) {
        assertThatThrownBy(() -> change(change)).hasMessageContaining("permission denied");
    }

    /** What is bought is no state of its own: it stands in figures, and the money beside it. */
    @Test
    void refusesToCallAStatementBought() {
        Await.done(impact.promise(subject, Samples.RICE, yen(3_768)));

        assertThatThrownBy(() -> change("set state = 'BOUGHT', funded_at = now()"))
                .hasStackTraceContaining("statement_state_check");
    }

    @Test
    void refusesMoreUnitsThanTheMoneyCovers() {
        Await.done(impact.promise(subject, Samples.RICE, yen(3_768)));

        assertThatThrownBy(
                        () ->
                                change(
                                        "set state = 'FUNDS', funded_at = now(), funded_yen = 3599,"
                                                + " funded_units = 20"))
                .hasStackTraceContaining("claims_what_is_covered");
    }

    private void change(String change) {
        database.sql("update impact.statement " + change + " where subject = :subject")
                .bind("subject", subject)
                .then()
                .block();
    }
}
