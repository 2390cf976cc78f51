package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.banking.BankFiles;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.lfnkr.zabuton.simulator.BankStatement;
import org.lfnkr.zabuton.simulator.StripeSimulator;
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
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole way of one order and one gift, by what the desk offers: paid, paid out and found at the
 * bank, spent by two people, paid from the bank, bought and delivered; then a refund, the month's
 * close, and what Stripe tells too late. In a database of its own, since a closed month stays so.
 */
@ModuleTest
@TestPropertySource(properties = "zabuton.stock.second-count-above=6")
@Import({OrderSamples.class, PaidOrders.class, StaffSamples.class})
class FromTheYenToTheRicePageTests {

    private static final String STRIPE = "ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ";
    private static final Pattern APPROVAL = Pattern.compile("/desk/approvals/([0-9a-f-]{36})");

    @LocalServerPort int port;
    @Autowired PaidOrders shop;
    @Autowired StaffSamples people;
    @Autowired StripeSimulator stripe;
    @Autowired Orders orders;
    @Autowired Giving giving;
    @Autowired Impact impact;
    @Autowired Spending spending;
    @Autowired Integrity integrity;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase owner;

    private Guest finance;
    private BankFiles bank;
    private String account = "";
    private final BankStatement statement = new BankStatement(100_000);

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void anOrderAndAGiftAreFollowedToTheRice() throws SQLException {
        account = bank.open("statement");
        Order order = shop.paid(Language.JA, 2, "CUSHION-INDIGO");
        Pledge gift = gift();
        paidOutAndFound();

        String disbursement = spent();
        bought(disbursement);
        assertDelivered(order, gift);

        stripe.refund(intent(gift), 1_500);
        shop.hear();
        assertThat(story(paymentOf(gift)).corrections()).isNotEmpty();
        assertThat(page(gift, Language.EN)).contains("Money behind it has gone back");
        assertThat(page(gift, Language.JA)).contains("お支払いになった方またはカード会社へ戻ったためです");
        booksAgree();

        assertLateNewsStandInTheNextMonth(gift);
    }

    @BeforeEach
    void comeIn() {
        finance = new Guest(port).atDesk("FINANCE");
        bank = new BankFiles(finance);
    }

    private Pledge gift() {
        return new GiftSamples(application)
                .given(
                        new GiveWish(
                                UUID.randomUUID(),
                                Frequency.ONCE,
                                Cause.FOOD,
                                Money.yen(3_000),
                                false,
                                "Name",
                                new EmailAddress(UUID.randomUUID() + "@example.org"),
                                Dedication.NONE,
                                Language.EN,
                                Money.yen(3_000),
                                true));
    }

    /** Stripe pays out, and the bank's file has it. */
    private void paidOutAndFound() {
        StripeNews.readBalance(application);
        clock.advance(Duration.ofSeconds(2));
        String payout = stripe.account().payOut();
        StripeNews.readBalance(application);
        long yen =
                Long.parseLong(
                        one("select yen::text from payments.payout where id = '" + payout + "'"));
        arrives(yen, STRIPE);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private void arrives(long yen, String payer) {
        statement.row(today(), yen, payer, "");
        assertThat(bank.bring(account, statement.bytes()).status()).isEqualTo(303);
        String row = bank.row(account, figure(yen));
        finance.get(row);
        assertThat(finance.follow(finance.post(row + "/matches")).page())
                .contains(text("banking.told.matched", Language.EN));
    }

    /** All that the fund has, by two people; and the bank pays it. */
    private String spent() {
        long yen = Await.value(spending.has(Fund.FOOD)).yen();
        String form = "/en/desk/disbursements/new";
        Guest.Answer drafted =
                finance.at(form)
                        .post(
                                form,
                                "fund",
                                "FOOD",
                                "purpose",
                                "food",
                                "outcome",
                                "rice",
                                "units",
                                yen / 170 + "",
                                "payee",
                                "shop",
                                "yen",
                                yen + "",
                                "fee",
                                "440",
                                "way",
                                "home");
        String page = Objects.requireNonNull(drafted.location()).replaceFirst("#.*", "");
        finance.at(page).post(page + "/requests");
        signs(page);
        assertThat(Await.value(spending.has(Fund.FOOD))).isEqualTo(Money.ZERO);
        arrives(-yen - 440, "");
        assertThat(finance.get(page).page())
                .contains(text("disbursements.next.invoice", Language.EN));
        booksAgree();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private void bought(String disbursement) {
        String page = "/en/desk/outcomes/" + disbursement;
        String units =
                one("select units::text from funds.disbursement where id = '" + disbursement + "'");
        prove(disbursement, "invoice");
        note(page + "/purchases", units);
        prove(disbursement, "delivery");
        note(page + "/deliveries", units);
    }

    private void prove(String disbursement, String kind) {
        finance.bring(
                "/en/desk/disbursements/" + disbursement + "/proofs",
                Map.of("kind", kind),
                "file",
                BroughtFiles.jpeg(60, 60));
    }

    private void note(String form, String units) {
        String page = form.substring(0, form.lastIndexOf('/'));
        Guest.Answer noted = finance.at(page).post(form, "units", units, "on", today().toString());
        assertThat(noted.status()).isEqualTo(303);
        shop.hear();
    }

    private void assertDelivered(Order order, Pledge gift) {
        long kilograms = story(order.id().value()).progress().delivered();
        assertThat(kilograms).isPositive();
        assertThat(page(order, Language.JA)).contains("お米" + kilograms + "kgを届けました。");
        assertThat(page(order, Language.EN))
                .contains("This has delivered " + kilograms + " kg of rice.");
        long ofGift = story(paymentOf(gift)).progress().delivered();
        assertThat(page(gift, Language.EN))
                .contains("This has delivered " + ofGift + " kg of rice.");
        assertThat(page(gift, Language.JA)).contains("お米" + ofGift + "kgを届けました。");
    }

    /** A refund of the last minutes of a month, heard of after its close. */
    private void assertLateNewsStandInTheNextMonth(Pledge gift) throws SQLException {
        YearMonth month = YearMonth.from(today());
        stripe.refund(intent(gift), 100);
        Instant later =
                month.plusMonths(1).atDay(2).atTime(10, 0).atZone(BusinessDate.TOKYO).toInstant();
        clock.advance(Duration.between(clock.instant(), later));
        comeIn();
        closed(month);
        String kept = finance.get("/en/desk/periods/" + month + "/snapshot").page();

        shop.hear();
        shop.hear();

        booksAgree();
        assertThat(finance.get("/en/desk/periods/" + month + "/late").page()).contains("¥100");
        assertThat(finance.get("/en/desk/periods/" + month + "/snapshot").page()).isEqualTo(kept);
        assertThat(
                        one(
                                "select count(*)::text from ledger.entry where kind = 'REFUND' and booked_on = '"
                                        + month.plusMonths(1).atDay(1)
                                        + "'"))
                .isEqualTo("1");
    }

    private void closed(YearMonth month) throws SQLException {
        // Stripe's balance was read since the month ended, before the refund stood in it.
        run(
                "insert into payments.balance_stated (stated, listed, stated_at) values (0, 0, '"
                        + clock.instant()
                        + "') on conflict (only_one) do update set stated_at = excluded.stated_at");
        run(
                "insert into bookkeeping.nightly_check (night, started_at, finished_at, violations)"
                        + " values ('"
                        + today()
                        + "', now() + interval '40 days', now() + interval '40 days', '{}')");
        String page = "/en/desk/periods/" + month;
        finance.at(page).post(page + "/beginnings");
        String read = finance.at(page).get(page).page();
        assertThat(read).as("nothing stands in the way").contains(page + "/closings");
        finance.at(page).post(page + "/closings");
        signs(page);
        assertThat(finance.get(page).page())
                .contains(text("closing.state.closed.lead", Language.EN));
    }

    /** What the page says waits for a second person. */
    private void signs(String page) {
        Matcher found = APPROVAL.matcher(finance.get(page).page());
        assertThat(found.find()).as(page).isTrue();
        Signer approver = people.signer(port, Role.APPROVER);
        approver.approve("/en/desk/approvals/" + found.group(1));
    }

    private void booksAgree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private ImpactStory story(UUID subject) {
        return Await.value(impact.story(subject));
    }

    private String page(Order order, Language language) {
        return new Guest(port).get("/" + language.tag() + orders.link(order).path()).page();
    }

    private String page(Pledge gift, Language language) {
        return new Guest(port).get("/" + language.tag() + giving.link(gift).path()).page();
    }

    private static UUID paymentOf(Pledge gift) {
        return Objects.requireNonNull(gift.payment()).value();
    }

    private String intent(Pledge gift) {
        return one("select intent from payments.payment where id = '" + paymentOf(gift) + "'");
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = owner.connect();
                Statement all = connection.createStatement()) {
            all.execute(sql);
        }
    }

    private static String figure(long yen) {
        return (yen < 0 ? "−" : "") + "¥" + String.format("%,d", Math.abs(yen));
    }

    private String text(String key, Language language) {
        return messages.text(key, language);
    }
}
