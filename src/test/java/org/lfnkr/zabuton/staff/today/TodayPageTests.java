package org.lfnkr.zabuton.staff.today;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ModuleTest
@Import({OrderSamples.class, TodaySamples.class})
class TodayPageTests {

    private static final Pattern TASK =
            Pattern.compile(
                    "<th scope=\"row\"><a href=\"/en(/desk/[^\"]+)\">[^<]*</a>(?:<span>[^<]*</span>)?</th>"
                            + "\\s*<td class=\"number\">(\\d+)<");

    private static final Pattern WARNING =
            Pattern.compile(
                    "<a href=\"/en(/desk/[^\"]+)\" id=\"[^\"]+\"><span>[^<]*</span>:"
                            + " <span>(\\d+)<");

    /** The first list behind a heading, and what leads on in it. */
    private static final Pattern LIST =
            Pattern.compile(
                    "(?s)(<tbody[^>]*>.*?</tbody>|<ul role=\"list\""
                            + " class=\"entries\">.*?</ul>|(?:<details>.*?</details>\\s*)+)(.*?)(<h2|<footer)");

    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\"|<li class=\"entry\"|<details>");

    private static final Pattern NEXT =
            Pattern.compile("href=\"(/en/desk/[^\"]*[?&;](?:after|before)=[^\"]*)\"");

    /** Of a shop that has nothing to sell yet, as this one is not: see OpeningPageTests. */
    private static final String FIRST_DAY = "/desk/opening";

    private static final UUID CURIOUS = UUID.randomUUID();

    @Autowired TestDatabase owner;
    @LocalServerPort int port;
    @Autowired TodaySamples samples;
    @Autowired List<Concern> concerns;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired MovableClock clock;

    private String lacking = "";

    @AfterEach
    void restore() {
        clock.reset();
        samples.forget();
    }

    /** A concern that is not there is one for which this test knows no sample. */
    @Test
    void eachCountIsTheLengthOfTheListBehindIt() throws SQLException {
        new Guest(port).atDesk("ADMIN");
        samples.worries();
        claimsEnd();
        moneyWaits();
        cashLacks();
        muchIsOpened();
        twoMustLook();
        Map<String, Long> counted = new HashMap<>(assertCounts());
        clock.advance(Duration.ofDays(9));
        counted.putAll(assertCounts());

        assertThat(counted.keySet().stream().map(TodayPageTests::undated))
                .containsAll(
                        concerns.stream()
                                .map(it -> undated(it.path().get()))
                                .filter(path -> !path.equals(FIRST_DAY))
                                .toList());
    }

    /** One in 38 days, which are 29 at the second look, and one in five. */
    private void claimsEnd() throws SQLException {
        run(
                """
                insert into impact.price (outcome, yen, units, valid_from, evidence, evidence_on, evidence_until)
                values ('rice', 5400, 30, '2020-01-02', 'today', '2020-01-01', (now() at time zone 'Asia/Tokyo')::date + 38),
                       ('care', 12000, 30, '2020-01-02', 'today', '2020-01-01', (now() at time zone 'Asia/Tokyo')::date + 5)
                """);
    }

    @AfterEach
    void claimsGoOn() throws SQLException {
        run("delete from impact.price where evidence = 'today'");
    }

    /**
     * One that nobody has paid for long, and one that nothing shows and of which some is awaited.
     */
    private void moneyWaits() throws SQLException {
        run(
                """
                with spent as (
                    insert into funds.disbursement (id, fund, payee, purpose, yen, fee, way, pay_on, drafted_at,
                        approved_at, paid_row, paid_on)
                    values (gen_random_uuid(), 'FOOD', 'SHOP', 'FOOD', 7654321, 0, 'HOME', (now() at time zone 'Asia/Tokyo')::date, now(),
                            now() - interval '20 days', null, null),
                           (gen_random_uuid(), 'FOOD', 'SHOP', 'FOOD', 7654321, 0, 'HOME', (now() at time zone 'Asia/Tokyo')::date, now(),
                            now() - interval '20 days', 'today', (now() at time zone 'Asia/Tokyo')::date)
                    returning id, paid_on
                )
                insert into funds.disbursement_return (disbursement, no, yen, why, decided_at, decided_by)
                select id, 1, 100, 'CHEAPER', now(), 'tests' from spent where paid_on is not null
                """);
    }

    /** Change that was laid into a tray from a box that was empty. */
    private void cashLacks() throws SQLException {
        lacking = "today-" + UUID.randomUUID();
        layIn(lacking, 500);
    }

    /** By the day, what comes into the box is first. */
    @AfterEach
    void cashIsThere() throws SQLException {
        if (!lacking.isEmpty()) {
            layIn(lacking + "-back", -500);
        }
    }

    private void layIn(String reference, int yen) throws SQLException {
        run(
                """
                select ledger.book('decision', '%s', 'CHANGE_LAID_IN', (now() at time zone 'Asia/Tokyo')::date,
                    '{CASH,TRAY}', '{NULL,NULL}', '{%d,%d}')
                """
                        .formatted(reference, -yen, yen));
    }

    /** By one account, on one day. */
    private void muchIsOpened() throws SQLException {
        run(
                """
                insert into reveals.reveal (id, at, account_id, role, subject_id, kind, matter, part, way, reason)
                select gen_random_uuid(), '%s', '%s', 'SHOP', gen_random_uuid(), 'order', gen_random_uuid(),
                    'CONTACT', 'SHOWN', 'ASKED'
                from generate_series(1, 61)
                """
                        .formatted(clock.instant(), CURIOUS));
    }

    private void twoMustLook() throws SQLException {
        run(
                """
                insert into stock.stocktake (id, variant_id, counted, expected, needs_second, state, counted_by, counted_at)
                select gen_random_uuid(), variant_id, 1, 99, true, 'waiting', 'today', now() from stock.item
                order by variant_id limit 2 on conflict do nothing;
                insert into stock.write_off (id, variant_id, quantity, ground, noted_by, noted_at)
                select gen_random_uuid(), variant_id, 99, 'broken', 'today', now() from stock.item
                order by variant_id limit 3 on conflict do nothing;
                """);
    }

    @AfterEach
    void nobodyMustLook() throws SQLException {
        run(
                """
                delete from stock.stocktake where counted_by = 'today';
                delete from stock.write_off where noted_by = 'today';
                """);
    }

    @AfterEach
    void nothingWasOpened() throws SQLException {
        run("delete from reveals.reveal where account_id = '%s'".formatted(CURIOUS));
    }

    @AfterEach
    void moneyWaitsNoMore() throws SQLException {
        run(
                """
                delete from funds.disbursement_return where decided_by = 'tests';
                delete from funds.disbursement where yen = 7654321;
                """);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String undated(String path) {
        return path.replaceAll("\\d{4}-\\d{2}-\\d{2}", "DAY");
    }

    private Map<String, Long> assertCounts() {
        Map<String, Long> all = new HashMap<>(counts(new Guest(port).atDesk()));
        all.putAll(counts(new Guest(port).atDesk("ADMIN")));
        all.putAll(counts(new Guest(port).atDesk("APPROVER")));
        return all;
    }

    private Map<String, Long> counts(Guest staff) {
        String page = staff.get("/en/desk").html();
        Map<String, Long> counts = new HashMap<>();
        TASK.matcher(page).results().forEach(line -> note(counts, line));
        WARNING.matcher(page).results().forEach(line -> note(counts, line));
        assertThat(counts).isNotEmpty();
        counts.forEach((path, count) -> assertThat(rows(staff, path)).as(path).isEqualTo(count));
        return counts;
    }

    private static void note(Map<String, Long> counts, MatchResult line) {
        counts.put(HtmlUtils.htmlUnescape(line.group(1)), Long.valueOf(line.group(2)));
    }

    /** From the first page of a list to the last. */
    private static long rows(Guest staff, String path) {
        String[] parts = path.split("#");
        String from = parts.length > 1 ? "id=\"" + parts[1] + "\"" : "<h1";
        String next = "/en" + parts[0];
        long rows = 0;
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty()) {
            assertThat(seen.add(next)).as("again %s", next).isTrue();
            String page = staff.get(next).html();
            Matcher list = LIST.matcher(page.substring(page.indexOf(from)));
            assertThat(list.find()).as(next).isTrue();
            rows += ROW.matcher(list.group(1)).results().count();
            Matcher more = NEXT.matcher(list.group(2));
            next = more.find() ? decoded(more.group(1)) : "";
        }
        return rows;
    }

    /** Who asks encodes it again. */
    private static String decoded(String link) {
        return UriUtils.decode(HtmlUtils.htmlUnescape(link), StandardCharsets.UTF_8);
    }

    /** As much as the list behind it comes to. */
    @Test
    void tellsInYenWhatWaits() throws SQLException {
        moneyWaits();

        String page = new Guest(port).atDesk("FINANCE").get("/en/desk").html();

        assertThat(page.substring(page.indexOf("/en/desk/disbursements?state=paid")))
                .containsSubsequence("</a><span>", yen("state = 'PAID'"), "</th>");
        assertThat(page.substring(page.indexOf("/en/desk/disbursements?state=late")))
                .containsSubsequence("</a><span>", yen("state = 'APPROVED'"), "</li>");
    }

    private String yen(String where) {
        String sum = "select cast(sum(yen) as bigint) from funds.disbursement where " + where;
        return "¥%,d".formatted(Await.value(database.sql(sum).mapValue(Long.class).one()));
    }

    @ParameterizedTest
    @EnumSource
    void eachRoleSeesItsOwnWorkAndNothingElse(Language language) {
        samples.worries();
        String today = "/" + language.tag() + "/desk";
        String packs = messages.text("fulfilment.concern.waiting", language);
        String stuck = messages.text("staff.concern.stuck", language);
        String mails = messages.text("mail.concern.undelivered", language);
        String checks = messages.text("staff.today.check.NOT_COMPARED", language);

        assertThat(page("FULFILMENT", today)).contains(packs).doesNotContain(stuck, mails, checks);
        assertThat(page("EDITOR", today)).contains(mails).doesNotContain(packs, stuck, checks);
        assertThat(page("ADMIN", today)).contains(stuck, checks).doesNotContain(packs);
        assertThat(page("VIEWER", today))
                .contains(checks, messages.text("staff.today.tasks.none", language))
                .doesNotContain(packs, stuck, mails, "¥0", "??");
    }

    private String page(String role, String path) {
        return new Guest(port).atDesk(role).get(path).page();
    }

    @Test
    void aWarningIsPutOffWithAReasonUntilThereAreMore() {
        samples.undelivered();
        Guest staff = new Guest(port).atDesk();
        String form = "/en/desk/snoozes/mail.concern.undelivered";
        assertThat(staff.get("/en/desk").html()).contains("href=\"" + form + "\"");

        Guest.Answer none = staff.at(form).post(form, "reason", " ", "days", "3");
        assertThat(none.status()).isEqualTo(422);
        String refused = none.page();
        assertThat(refused).contains(messages.text("staff.snooze.reason.missing", Language.EN));
        assertThat(refused).containsPattern("value=\"3\" checked");

        Guest.Answer act = staff.at(form).post(form, "reason", "waits for <b>", "days", "3");
        String page = staff.follow(act).html();
        assertThat(page)
                .contains("waits for &lt;b&gt;", form + "/endings")
                .doesNotContain("href=\"" + form + "\"");
        assertThat(noted("warning.snoozed")).contains("waits for <b>");

        samples.undelivered();
        assertThat(staff.get("/en/desk").html()).contains("href=\"" + form + "\"");
    }

    @Test
    void whatWasPutOffIsShownAgainWhenSomebodyWishesOrTheTimeIsOver() {
        samples.undelivered();
        Guest staff = new Guest(port).atDesk();
        String form = "/ja/desk/snoozes/mail.concern.undelivered";
        staff.at(form).post(form, "reason", "銀行を待つ", "days", "1");
        assertThat(staff.at("/ja/desk").post(form + "/endings").status()).isEqualTo(303);
        assertThat(staff.get("/ja/desk").html()).contains("href=\"" + form + "\"");
        assertThat(noted("warning.shown-again")).isNotEmpty();

        staff.at(form).post(form, "reason", "銀行を待つ", "days", "1");
        clock.advance(Duration.ofHours(25));
        assertThat(new Guest(port).atDesk().get("/ja/desk").html())
                .contains("href=\"" + form + "\"");
    }

    /** Beside the work of those who may see the books, and of nobody else. */
    @ParameterizedTest
    @EnumSource
    void theMoneyStandsBesideTheWork(Language language) {
        samples.worries();
        String today = "/" + language.tag() + "/desk";
        String funds = messages.text("bookkeeping.glance.funds", language);
        String gifts = messages.text("bookkeeping.glance.gifts", language, "").strip();

        assertThat(page("FINANCE", today))
                .contains(funds, gifts, "<polyline class=\"trend__now\" points=\"8,")
                .doesNotContain("??");
        assertThat(page("FULFILMENT", today)).doesNotContain(gifts, "<aside");
        assertThat(page("VIEWER", today)).doesNotContain(gifts);
    }

    @Test
    void nobodyPutsOffWhatIsTheWorkOfOthers() {
        assertThat(
                        new Guest(port)
                                .atDesk("FULFILMENT")
                                .get("/en/desk/snoozes/mail.concern.undelivered")
                                .status())
                .isEqualTo(404);
    }

    private String noted(String action) {
        return String.join(
                "\n",
                Await.value(
                        database.sql(
                                        "select subject || ' ' || reason from audit.entry"
                                                + " where action = :action")
                                .bind("action", action)
                                .mapValue(String.class)
                                .all()
                                .collectList()));
    }
}
