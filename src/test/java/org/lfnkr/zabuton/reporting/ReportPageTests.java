package org.lfnkr.zabuton.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What everybody reads of a fund and of a disbursement, and when. */
@ModuleTest
class ReportPageTests {

    private final String code =
            "TOLD_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String path = code.toLowerCase(Locale.ROOT).replace('_', '-');
    private final UUID spent = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();

    @Autowired MovableClock clock;
    @Autowired TestDatabase owner;
    @Autowired Messages messages;
    @Autowired Falls falls;
    @LocalServerPort int port;

    private YearMonth told;

    @BeforeEach
    void fund() throws SQLException {
        told = new ReportingProperties(30).last(BusinessDate.of(clock.instant()));
        own("insert into ledger.fund (code, name_en, name_ja) values ('%s', 'Told', '報告')", code);
    }

    @AfterEach
    void takeAway() throws SQLException {
        clock.reset();
        own("delete from impact.fund_target where fund = '%s'", code);
        own("delete from reporting.month_sum where fund = '%s'", code);
        own("delete from funds.transfer where from_fund = '%s'", code);
        own("delete from funds.delivery where disbursement = '%s'", spent);
        own("delete from funds.shortfall where disbursement = '%s'", spent);
        own("delete from funds.purchase where disbursement = '%s'", spent);
        own("delete from funds.disbursement_evidence where disbursement = '%s'", spent);
        own("delete from evidence.picture where file_id = '%s'", file);
        own("delete from evidence.file where id = '%s'", file);
        own("delete from funds.disbursement where id = '%s'", spent);
        own("delete from ledger.fund where code = '%s'", code);
    }

    private void own(String sql, Object... values) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(values));
        }
    }

    private void sum(YearMonth month, String flow, String item, long yen, int givers)
            throws SQLException {
        String few = givers >= 5 ? "{}" : "{1,2,3,4}".substring(0, Math.max(0, 2 * givers)) + "}";
        own(
                "insert into reporting.month_sum values ('%s', '%s', '%s', '%s', %d, %d, '%s')",
                code, month.atDay(1), flow, item, yen, givers, givers == 0 ? "{}" : few);
    }

    private String page(Language language, String year) {
        return new Guest(port).get("/" + language.tag() + "/reports/" + path + year).page();
    }

    @ParameterizedTest
    @EnumSource
    void fewGiversJoinTheNextMonthAndNothingIsToldTooSoon(Language language) throws SQLException {
        sum(told.minusMonths(1), "IN", "", 11_111, 4);
        sum(told, "IN", "", 22_222, 6);
        sum(told, "OUT", "FOOD", -12_345, 0);
        sum(told, "BACK", "", -7_654, 1);
        sum(told.plusMonths(1), "IN", "", 55_555, 9);

        String page = page(language, "?year=" + told.minusMonths(3).getYear());
        assertThat(page)
                .contains("33,333", "12,345", "20,988")
                .contains(MonthName.of(told, language))
                .contains(messages.text("disbursements.purpose.food", language))
                .contains(messages.text("reporting.waits", language))
                .doesNotContain("11,111", "22,222", "7,654", "55,555", "??", "{0}")
                .doesNotContain(MonthName.of(told.plusMonths(1), language));
        assertThat(new Guest(port).get("/" + language.tag() + "/reports").page())
                .contains("20,988")
                .doesNotContain("??", "{0}");

        String inside = "/" + language.tag() + "/desk/reports";
        Guest finance = new Guest(port).atDesk("FINANCE");
        assertThat(
                        finance.get(inside + "/" + path + "?year=" + told.minusMonths(3).getYear())
                                .page())
                .contains("22,222", "7,654")
                .doesNotContain("??", "{0}");
        assertThat(finance.get(inside).page()).contains("68,889").doesNotContain("??");
    }

    /** Of months that are told, joined where few gave, whole, and in steps. */
    @ParameterizedTest
    @EnumSource
    void tellsWhatIsStillNeededNoSoonerAndNoFinerThanTheRest(Language language)
            throws SQLException {
        own(
                """
                insert into impact.fund_target (id, fund, effective_from, target, counts_from, closed, instead,
                    reason_en, reason_ja, decided_at)
                values (gen_random_uuid(), '%s', '2020-01-10', 100000, '%s', false, 'GENERAL', 'Needed', '必要',
                    '2020-01-01')
                """,
                code, told.minusMonths(1).atDay(2));
        sum(told.minusMonths(1), "IN", "", 90_000, 9);
        sum(told.plusMonths(1), "IN", "", 55_555, 9);
        sum(told, "IN", "", 37_000, 4);
        assertThat(needs(language)).contains(about(0, language), about(100_000, language));

        own(
                "delete from reporting.month_sum where fund = '%s' and month = '%s'",
                code, told.atDay(1));
        sum(told, "IN", "", 30_000, 5);
        sum(told, "MOVED", "", 7_000, 0);
        sum(told, "BACK", "", -1_000, 5);

        for (String page : List.of(needs(language), page(language, ""))) {
            assertThat(page)
                    .contains(
                            "¥100,000",
                            about(35_000, language),
                            about(65_000, language),
                            language == Language.EN ? "Needed" : "必要")
                    .doesNotContain("36,000", "55,555", "??", "{0}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatHadToBeCorrected(Language language) {
        Await.value(falls.refresh());
        Guest anybody = new Guest(port);
        String here = "/" + language.tag() + "/reports/corrections";

        assertThat(anybody.get(here).page())
                .contains(messages.text("reporting.falls", language))
                .doesNotContain("??", "{0}");
        assertThat(anybody.get("/" + language.tag() + "/how-we-count").page()).contains(here);
        assertThat(anybody.get("/" + language.tag() + "/reports").page()).contains(here);
    }

    private String needs(Language language) {
        String page = new Guest(port).get("/" + language.tag() + "/reports").html();
        return page.substring(page.indexOf("id=\"needs\""));
    }

    private String about(long yen, Language language) {
        return messages.text("reporting.needs.about", language, Money.yen(yen).inFigures());
    }

    /** The day after the delay, and not a day before. */
    @Test
    void aMonthIsToldOnceItsDelayIsOver() throws SQLException {
        sum(told, "IN", "", 10_000, 9);
        sum(told.plusMonths(1), "IN", "", 1_234, 9);
        LocalDate from = told.plusMonths(1).atEndOfMonth().plusDays(30);
        String name = MonthName.of(told.plusMonths(1), Language.EN);
        String year = "?year=" + told.plusMonths(1).minusMonths(3).getYear();

        advanceTo(from.minusDays(1));
        assertThat(page(Language.EN, year)).doesNotContain(name);
        advanceTo(from);
        assertThat(page(Language.EN, year)).contains(name, "1,234");
    }

    /** Once the month of its day is told, and not before; in the language of the page. */
    @ParameterizedTest
    @EnumSource
    void tellsWhatMovedToAnotherFund(Language language) throws SQLException {
        sum(told, "IN", "", 10_000, 9);
        moved(told.atEndOfMonth(), 4_321);
        moved(told.plusMonths(1).atDay(1), 1_999);

        assertThat(page(language, "?year=" + told.minusMonths(3).getYear()))
                .contains(
                        messages.text("reporting.moved", language),
                        "¥4,321",
                        messages.text("transfers.ground.purpose-reached", language))
                .doesNotContain("1,999", "??", "{0}");
    }

    private void moved(LocalDate on, long yen) throws SQLException {
        own(
                """
                insert into funds.transfer
                    (id, from_fund, to_fund, yen, ground, document, sha256, asked_at, moved_at, approval)
                values (gen_random_uuid(), '%s', 'FOOD', %d, 'PURPOSE_REACHED', gen_random_uuid(), repeat('a', 64), '%sT12:00+09', '%sT12:00+09', gen_random_uuid())
                """,
                code, yen, on, on);
    }

    private void advanceTo(LocalDate day) {
        long days = day.toEpochDay() - BusinessDate.of(clock.instant()).toEpochDay();
        clock.advance(Duration.ofDays(days));
    }

    @Test
    void asksForAYearThatIsToldAndNoOther() throws SQLException {
        sum(told, "IN", "", 10_000, 9);

        assertThat(page(Language.EN, "?year=1999")).contains("10,000");
        assertThat(page(Language.EN, "?year=1999"))
                .contains(
                        ">"
                                + DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH).format(told)
                                + "<");
        assertThat(page(Language.EN, "?year=<b>")).contains("10,000");
        assertThat(new Guest(port).get("/en/reports/nothing").status()).isEqualTo(404);
        assertThat(new Guest(port).get("/en/reports/disbursements/999999999").status())
                .isEqualTo(404);
        assertThat(new Guest(port).get("/en/reports/disbursements/x").status()).isEqualTo(404);
        assertThat(new Guest(port).get("/en/desk/reports").status()).isEqualTo(303);
    }

    private long disbursed(LocalDate on) throws SQLException {
        own(
                """
                insert into funds.disbursement (id, fund, payee, purpose, outcome, units, yen, fee, way, pay_on,
                    drafted_at, approved_at)
                values ('%s', '%s', 'CLINIC', 'FOOD', 'rice', 50, 20480, 440, 'SENT', '%s',
                    '%s 09:00+09', '%s 09:00+09')
                """,
                spent, code, on, on, on);
        own(
                """
                with key as (
                    insert into vault.subject (id, opened_at) values (gen_random_uuid(), now()) returning id)
                insert into evidence.file (id, subject_id, kind, type, size, sha256, day, kept_until, brought_by,
                    brought_at)
                select '%s', id, 'DELIVERY', 'PDF', 1, repeat('0', 64), '%s', '2099-01-01', gen_random_uuid(),
                    '%s 09:00+09'
                from key
                """,
                file, on, on);
        own(
                "insert into funds.disbursement_evidence values ('%s', '%s', 'DELIVERY', repeat('0', 64),"
                        + " '%s 09:00+09')",
                spent, file, on);
        own(
                "insert into funds.purchase values ('%s', 'rice', 48, 20480, 20480, '%s', '%s',"
                        + " '%s 09:00+09')",
                spent, on, file, on);
        own(
                "insert into funds.delivery values (gen_random_uuid(), '%s', 41, '%s', '%s',"
                        + " '%s 09:00+09')",
                spent, on, file, on);
        own(
                "insert into funds.shortfall values (gen_random_uuid(), '%s', 3, 'INSTEAD',"
                        + " 'OTHER_STAPLE', 2, '%s 09:00+09', '%s 10:00+09')",
                spent, on, on);
        own(
                "insert into evidence.picture (id, file_id, hash, width, height, brought_by, brought_at,"
                        + " passed_by, passed_at, jpeg) select gen_random_uuid(), '%s',"
                        + " encode(sha256('%s'), 'hex'), 400, 400, gen_random_uuid(), now(),"
                        + " gen_random_uuid(), now(), '%s'",
                file, file, file);
        return number("select number from funds.disbursement where id = '" + spent + "'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDisbursementTellsWhatWasPlannedBoughtAndArrivedAndWhatDiffers(Language language)
            throws SQLException {
        sum(told, "IN", "", 100_000, 9);
        long number = disbursed(told.atDay(3));
        String address = "/" + language.tag() + "/reports/disbursements/" + number;

        assertThat(page(language, "")).contains(address);
        String page = new Guest(port).get(address).page();
        assertThat(page)
                .contains("20,480", "50", "48", "41", "/evidence/")
                .contains(messages.text("reporting.disbursement.yen.approved", language))
                .contains(MonthName.of(told, language))
                .contains(messages.text("reporting.instead.OTHER_STAPLE", language))
                .contains(messages.text("evidence.kind.delivery", language))
                .doesNotContain("??", "{0}", "¥440");
        assertThat(page)
                .doesNotContain(messages.text("disbursements.payee.clinic", language))
                .doesNotContain(messages.text("disbursements.way.sent", language));

        own(
                "update funds.disbursement set paid_row = id::text, paid_on = '%s' where id = '%s'",
                told.atDay(5), spent);
        assertThat(new Guest(port).get(address).page())
                .contains(messages.text("reporting.disbursement.yen.paid", language))
                .doesNotContain(messages.text("reporting.disbursement.yen.approved", language));

        own(
                "update evidence.picture set jpeg = null, gone_by = passed_by, gone_at = now() where file_id = '%s'",
                file);
        assertThat(new Guest(port).get(address).page())
                .contains(messages.text("reporting.evidence.none", language))
                .doesNotContain(messages.text("reporting.evidence.lead", language));
    }

    @Test
    void aDisbursementIsNotToldBeforeItsMonthIs() throws SQLException {
        sum(told, "IN", "", 100_000, 9);
        LocalDate on = told.plusMonths(1).atDay(1);
        long number = disbursed(on);

        assertThat(new Guest(port).get("/en/reports/disbursements/" + number).status())
                .isEqualTo(404);
        assertThat(page(Language.EN, "")).doesNotContain("/disbursements/" + number);
        advanceTo(told.plusMonths(1).atEndOfMonth().plusDays(30));
        assertThat(new Guest(port).get("/en/reports/disbursements/" + number).status())
                .isEqualTo(200);
    }
}
