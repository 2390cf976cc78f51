package org.lfnkr.zabuton.funds.prices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.impact.Samples;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finance drafts a price with its evidence, an approver signs it, and its end silences pages. */
@ModuleTest
@Import({StaffSamples.class, OrderSamples.class, PaidOrders.class})
class PricesPageTests {

    private static final byte[] PAPER = "%PDF-1.4 sample".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern KILOS = Pattern.compile("お米[0-9]+kg");
    private static final Pattern DAYS = Pattern.compile("食事と学び[0-9]+日");

    @Autowired Impact impact;
    @Autowired PaidOrders paid;
    @Autowired StaffSamples staff;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient application;
    @Autowired TestDatabase database;
    @LocalServerPort int port;

    private final LocalDate today = BusinessDate.of(Instant.now());
    private final LocalDate first = today.plusDays(10);

    @AfterEach
    void theSamplePriceCountsAgain() throws SQLException {
        clock.reset();
        run(
                """
                delete from funds.price_draft;
                delete from impact.price where decided_at is not null or evidence = 'test';
                """);
    }

    @ParameterizedTest
    @EnumSource
    void takesAPaperAPreviewAndTwoPeople(Language language) {
        Guest finance = finance();
        String draft = drafted(finance, language, Map.of());

        String page = finance.get(draft).page();
        assertThat(page)
                .contains(
                        "10 kg of rice",
                        "5 kg of rice",
                        text("claims.effect", language),
                        text("claims.gift", language, text("giving.cause.food", language)))
                .doesNotContain("??", "{0}");
        assertThat(price(first).yen()).isEqualTo(5_400);
        finance.post(draft + "/proposals");
        Signer approver = staff.signer(port, Role.APPROVER);
        String waiting = "/" + language.tag() + "/desk/approvals/" + approval(draft);
        assertThat(approver.guest().get(waiting).page())
                .contains(
                        "¥10,800",
                        text("claims.effect", language),
                        language == Language.EN ? "5 kg of rice" : "お米5kg")
                .doesNotContain("??", "{0}");
        assertThat(approver.approve(waiting).status()).isEqualTo(303);

        assertThat(price(first).yen()).isEqualTo(10_800);
        assertThat(price(first.minusDays(1)).yen()).isEqualTo(5_400);
        assertThat(finance.get(path(language) + "/rice").page())
                .contains(
                        text("claims.state.to-come", language), text("claims.state.now", language))
                .doesNotContain("??", "{0}");
        assertThat(finance.get(draft).page()).doesNotContain(text("claims.ask", language));
    }

    /** It is a version as well: two people, from its day on, until another price begins. */
    @ParameterizedTest
    @EnumSource
    void endsAClaimByTwoPeopleAsWell(Language language) {
        Guest finance = finance();
        String rice = path(language) + "/rice";
        String draft =
                finance.at(rice)
                        .post(rice + "/endings", "endFrom", first.toString(), "endWhy", "wrong")
                        .location();
        assertThat(finance.get(draft).page()).contains(text("claims.nothing", language));
        finance.post(draft + "/proposals");

        staff.signer(port, Role.APPROVER).approve("/en/desk/approvals/" + approval(draft));

        assertThat(price(first.minusDays(1))).isNotNull();
        assertThat(impact.price("rice", first).blockOptional()).isEmpty();
        assertThat(impact.price("rice", first.plusYears(1)).blockOptional()).isEmpty();
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameSentTwiceIsOneDraft() {
        Guest finance = finance();
        String rice = path(Language.EN) + "/rice";
        String token = finance.at(rice).offered(rice + "/prices").token();
        Map<String, String> sent = Map.of("_csrf", token);
        assertThat(drafted(finance, Language.EN, sent))
                .isEqualTo(drafted(finance, Language.EN, sent));

        String[] end = {"endFrom", first.toString(), "endWhy", "wrong"};
        String draft = finance.at(rice).post(rice + "/endings", end).location();
        assertThat(finance.post(rice + "/endings", end).location()).isEqualTo(draft);
    }

    @ParameterizedTest
    @EnumSource
    void saysBesideEachFieldWhatIsWrongAndKeepsWhatWasTyped(Language language) {
        Guest finance = finance();
        for (String typed : List.of("3000.00", "３０００．００", "3000,50", "-3", "1 2", "1e4", "0", "")) {
            for (String field : List.of("yen", "units")) {
                Guest.Answer answer = bring(finance, language, Map.of(field, typed), PAPER);
                assertThat(answer.status()).as(field + " " + typed).isEqualTo(422);
                assertThat(answer.page()).contains("value=\"" + typed + "\"");
            }
        }
        assertRefused(finance, language, "from", today.toString(), "claims.wrong.past");
        assertRefused(finance, language, "on", first.toString(), "claims.wrong.on.late");
        assertRefused(finance, language, "until", today.toString(), "claims.wrong.until.early");
        assertRefused(finance, language, "ground", " ", "claims.wrong.ground");
        assertThat(bring(finance, language, Map.of(), new byte[0]).page())
                .contains(text("evidence.refused.none", language));
        assertThat(bring(finance, language, Map.of(), "MZ".getBytes(StandardCharsets.US_ASCII)))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(
                        answer ->
                                assertThat(answer.page())
                                        .contains(text("evidence.refused.other-type", language)));
    }

    private void assertRefused(
            Guest finance, Language language, String field, String typed, String key) {
        Guest.Answer answer = bring(finance, language, Map.of(field, typed), PAPER);
        assertThat(answer.status()).as(key).isEqualTo(422);
        assertThat(answer.page()).contains(text(key, language));
    }

    /**
     * Shelf, product, its structured data, cart, gift form and check; no page keeps it in memory.
     */
    @ParameterizedTest
    @EnumSource
    void leavesEveryPageByItselfOnTheDayAfterItsEvidence(Language language) throws SQLException {
        claimUntil("rice", today);
        claimUntil("care", today);
        Guest guest = new Guest(port);
        String root = "/" + language.tag();
        Pattern kilos = language == Language.EN ? Pattern.compile("kg of rice") : KILOS;
        Pattern days = language == Language.EN ? Pattern.compile("days of meals") : DAYS;
        List<String> shelf = List.of(root, root + "/products", root + "/products/knit-cushion");
        shelf.forEach(page -> assertThat(guest.get(page).page()).as(page).containsPattern(kilos));
        assertThat(guest.get(root + "/give").page()).containsPattern(kilos).containsPattern(days);
        assertThat(check(guest, root)).containsPattern(days);
        byte[] poster = poster(root);

        clock.advance(Duration.ofDays(1));

        shelf.forEach(
                page -> assertThat(guest.get(page).page()).as(page).doesNotContainPattern(kilos));
        assertThat(guest.get(root + "/give").page())
                .doesNotContainPattern(kilos)
                .doesNotContainPattern(days);
        assertThat(check(guest, root)).doesNotContainPattern(days);
        assertThat(poster(root)).isEqualTo(poster);
        assertThat(finance().get(path(language)).page()).contains(text("claims.silent", language));
    }

    private String check(Guest guest, String root) {
        guest.at(root + "/give")
                .post(
                        root + "/give",
                        "frequency",
                        "once",
                        "amount",
                        "3000",
                        "name",
                        "Test",
                        "email",
                        "claims@example.org",
                        "action",
                        "check");
        return guest.get(root + "/give/check").page();
    }

    private byte[] poster(String root) {
        return Objects.requireNonNull(
                new Guest(port)
                        .get(root + "/posters/products/knit-cushion.png")
                        .result()
                        .getResponseBody());
    }

    @ParameterizedTest
    @CsvSource({"60,60", "30,30", "7,7", "-1,7"})
    void standsOnTodayBeforeItEnds(int left, String queue) throws SQLException {
        claimUntil("rice", today.plusDays(left));
        Guest finance = finance();

        assertThat(finance.get("/en/desk").page())
                .contains(text("claims.concern." + queue, Language.EN));
        for (String ending : List.of("60", "30", "7")) {
            String page = finance.get("/en/desk/outcome-prices?ending=" + ending).page();
            assertThat(page.contains("/desk/outcome-prices/rice"))
                    .as(ending)
                    .isEqualTo(ending.equals(queue));
            assertThat(page).doesNotContain("??", "{0}", "{1");
        }
    }

    @Test
    void neverChangesWhatWasSold() throws SQLException {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        ImpactStory before = Await.value(impact.story(order.id().value()));
        assertThat(before.units()).isPositive();

        run(
                "insert into impact.price (outcome, yen, units, valid_from, evidence, evidence_on,"
                        + " evidence_until) values ('rice', 54000, 30, '2020-01-02', 'test',"
                        + " '2020-01-01', '2099-01-01')");
        assertThat(price(today).yen()).isEqualTo(54_000);
        assertThat(Await.value(impact.story(order.id().value()))).isEqualTo(before);
        paid.refund(order, 1_000);

        ImpactStory story = Await.value(impact.story(order.id().value()));
        assertThat(story.price()).isEqualTo(Samples.RICE);
        assertThat(story.units()).isGreaterThan(before.units() / 2).isPositive();
    }

    private void claimUntil(String outcome, LocalDate until) throws SQLException {
        run(
                "insert into impact.price (outcome, yen, units, valid_from, evidence, evidence_on,"
                        + " evidence_until) values ('%s', 5400, 30, '2020-01-02', 'test',"
                                .formatted(outcome)
                        + " '2020-01-01', '%s')".formatted(until));
    }

    /** The address of its page. */
    private String drafted(Guest finance, Language language, Map<String, String> other) {
        Guest.Answer answer = bring(finance, language, other, PAPER);
        assertThat(answer.status()).as(answer.page()).isEqualTo(303);
        return answer.location();
    }

    private Guest.Answer bring(
            Guest finance, Language language, Map<String, String> other, byte[] file) {
        Map<String, String> answers =
                new HashMap<>(
                        Map.of(
                                "yen",
                                "10,800",
                                "units",
                                "30",
                                "from",
                                first.toString(),
                                "ground",
                                "sample",
                                "on",
                                today.toString(),
                                "until",
                                first.plusYears(1).toString()));
        answers.putAll(other);
        return finance.bring(path(language) + "/rice/prices", answers, "file", file);
    }

    private Guest finance() {
        return new Guest(port).atDesk("FINANCE");
    }

    private static String path(Language language) {
        return "/" + language.tag() + "/desk/outcome-prices";
    }

    private OutcomePrice price(LocalDate on) {
        return Await.value(impact.price("rice", on));
    }

    private UUID approval(String draft) {
        return Await.value(
                application
                        .sql("select id from approvals.approval where subject = :draft")
                        .bind("draft", UUID.fromString(draft.replaceFirst(".*/", "")))
                        .mapValue(UUID.class)
                        .one());
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
