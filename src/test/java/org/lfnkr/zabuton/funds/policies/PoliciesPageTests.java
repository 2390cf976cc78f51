package org.lfnkr.zabuton.funds.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.FundIncome;
import org.lfnkr.zabuton.bookkeeping.FundIncomes;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.impact.Samples;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finance drafts an allocation policy, an approver signs it, and everybody can read it. */
@ModuleTest
@Import({StaffSamples.class, OrderSamples.class, PaidOrders.class})
class PoliciesPageTests {

    @Autowired Impact impact;
    @Autowired FundIncomes incomes;
    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired StripeSimulator stripe;
    @Autowired PaidOrders paid;
    @Autowired StaffSamples staff;
    @Autowired Messages messages;
    @Autowired Formats formats;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient application;
    @Autowired TestDatabase database;
    @LocalServerPort int port;

    private final LocalDate first = BusinessDate.of(java.time.Instant.now()).plusDays(10);

    @AfterEach
    void everythingGoesToFoodAgain() throws SQLException {
        clock.reset();
        run(
                """
                delete from funds.policy_withdrawal;
                delete from funds.policy_draft_share;
                delete from funds.policy_draft;
                delete from impact.allocation_share where version > 1;
                delete from impact.allocation_policy where version > 1;
                """);
    }

    @ParameterizedTest
    @EnumSource
    void takesTwoPeopleADayToComeAndWordsForEverybody(Language language) {
        UUID approval = proposed(language);

        assertThat(publicly(language)).doesNotContain("テスト" + language);
        assertThat(policy(first).version()).isEqualTo(1);

        Signer approver = staff.signer(port, Role.APPROVER);
        String waiting = "/" + language.tag() + "/desk/approvals/" + approval;
        assertThat(approver.guest().get(waiting).page())
                .contains(
                        text("policies.approval.title", language, day(first, language)),
                        "100 % → 70 %",
                        "0 % → 20 %",
                        "テスト" + language,
                        "Test " + language)
                .doesNotContain("??", "{0}", "{1}");
        assertThat(approver.approve(waiting).status()).isEqualTo(303);

        assertThat(policy(first).ofProfit().parts())
                .isEqualTo(
                        Map.of(
                                Fund.FOOD, 7_000,
                                Fund.FOSTER_CHILDREN, 2_000,
                                Fund.OPERATIONS, 1_000));
        assertThat(policy(first.minusDays(1)).version()).isEqualTo(1);
        assertThat(publicly(language))
                .contains(
                        text("policies.share.from", language, day(first, language)),
                        text("policies.state.to-come", language),
                        text("policies.state.now", language),
                        language == Language.EN ? "Test EN" : "テストJA",
                        "70 %")
                .doesNotContain("??", "{0}");
        clock.advance(Duration.ofDays(11));
        assertThat(publicly(language)).contains(text("policies.state.past", language));
    }

    @ParameterizedTest
    @EnumSource
    void showsWhatItWouldHaveChangedBeforeAnythingIsAsked(Language language) {
        Guest finance = finance(language);
        long before = asked();

        String preview = look(finance, language).page();

        assertThat(preview)
                .contains(text("policies.simulation", language), text("policies.ask", language))
                .doesNotContain("??", "{0}");
        assertThat(asked()).isEqualTo(before);
        Guest.Answer again = finance.post(path(language), "act", "change");
        assertThat(finance.offered(path(language)).fields().getFirst("profit-FOSTER_CHILDREN"))
                .isEqualTo("2000");
        assertThat(again.status()).isEqualTo(200);
    }

    /**
     * Of an order's profit 70 % would have gone to food, 20 % to the children, 10 % to our work.
     */
    @ParameterizedTest
    @EnumSource
    void triesTheSharesOnWhatReallyCame(Language language) {
        paid.paid(language, 2, "HAT-WOOL");
        clock.advance(Duration.ofDays(1));
        LocalDate today = BusinessDate.of(clock.instant());
        List<FundIncome> came =
                Await.value(incomes.between(today.minusYears(1), today.minusDays(1)).collectList());
        long profit = came.stream().filter(it -> !it.gift()).mapToLong(it -> it.yen().yen()).sum();
        assertThat(profit).isPositive();

        String page = look(finance(language), language).page();

        Simulation expected =
                Simulation.of(
                        today.minusYears(1),
                        today.minusDays(1),
                        came,
                        shares(7_000, 2_000, 1_000),
                        new Shares(Map.of(Fund.FOOD, 8_500, Fund.OPERATIONS, 1_500)));
        assertThat(expected.got()).isEqualTo(expected.would());
        assertThat(page).contains(text("policies.would", language));
        expected.lines()
                .forEach(
                        line ->
                                assertThat(page)
                                        .contains(
                                                formats.yen(line.got()),
                                                formats.yen(line.would())));
    }

    private static Shares shares(int food, int children, int operations) {
        return new Shares(
                Map.of(
                        Fund.FOOD, food,
                        Fund.FOSTER_CHILDREN, children,
                        Fund.OPERATIONS, operations));
    }

    /** What two people agreed to, two people undo; until the first day and no longer. */
    @ParameterizedTest
    @EnumSource
    void canBeWithdrawnUntilItsFirstDay(Language language) {
        decided(language);
        int version = policy(first).version();
        Guest finance = finance(language);
        assertThat(finance.get(path(language)).page())
                .contains(path(language) + "/" + version + "/withdrawals");
        String withdrawals = path(language) + "/" + version + "/withdrawals";

        assertThat(finance.at(withdrawals).post(withdrawals, "reasonJa", "取りやめ").status())
                .isEqualTo(422);
        finance.post(withdrawals, "reasonJa", "取りやめ", "reasonEn", "Called off");
        assertThat(finance.post(withdrawals, "reasonJa", "取りやめ", "reasonEn", "Called off").status())
                .as("Sent twice, asked once")
                .isEqualTo(303);
        assertThat(policy(first).version()).isEqualTo(version);
        staff.signer(port, Role.APPROVER)
                .approve(
                        "/en/desk/approvals/"
                                + approval(
                                        "select id from funds.policy_withdrawal where version = "
                                                + version));

        assertThat(policy(first).version()).isEqualTo(1);
        assertThat(publicly(language))
                .contains(
                        text("policies.state.withdrawn", language),
                        language == Language.EN ? "Called off" : "取りやめ");
        assertThat(finance.get(withdrawals).status()).isEqualTo(404);
        assertThat(look(finance, language).status()).as("The day is free again").isEqualTo(200);
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameSentTwiceIsProposedOnce() {
        Guest finance = finance(Language.EN);
        look(finance, Language.EN);
        finance.post(path(Language.EN), "act", "do");
        long asked = asked();

        Guest.Answer second = finance.post(path(Language.EN), "act", "do");

        assertThat(finance.follow(second).page())
                .contains(text("policies.told.proposed", Language.EN));
        assertThat(asked()).isEqualTo(asked);
    }

    @Test
    void whoHasComeInTheMeantimeKeepsTheDay() {
        UUID second = proposed(Language.EN);
        decided(Language.JA);
        Signer approver = staff.signer(port, Role.APPROVER);

        assertThat(approver.guest().get("/en/desk/approvals/" + second).html())
                .doesNotContain("data-options");
        Guest finance = finance(Language.EN);
        assertThat(look(finance, Language.EN).page())
                .contains(text("policies.wrong.day.taken", Language.EN));
    }

    /** Neither the sale's promise nor anything else of the past follows another policy. */
    @Test
    void whatWasPromisedBeforeIsSharedAsItWasPromised() {
        UUID order = UUID.randomUUID();
        Await.done(impact.promise(order, Samples.RICE, Money.yen(3_000)));
        decided(Language.EN);

        assertThat(policy(first.plusDays(3)).version()).isGreaterThan(1);
        assertThat(Await.value(impact.policy(order, first.plusDays(3))).version()).isEqualTo(1);
        assertThat(Await.value(impact.policy(UUID.randomUUID(), first.plusDays(3))).version())
                .isGreaterThan(1);
    }

    /** Ordered two days ago, paid today; since yesterday half of it would go elsewhere. */
    @Test
    void anOrderPaidLaterGoesWhereItsPageSaid() throws SQLException {
        Cart cart = Cart.EMPTY.add(samples.variant("HAT-WOOL"), 1);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(samples.wish(cart)));
        Order order = Await.value(orders.open(placed.link()));
        run(
                """
                update impact.statement set promised_at = promised_at - interval '2 days'
                where subject = '%s';
                insert into impact.allocation_policy (version, effective_from, reason_en, reason_ja)
                values (9, (now() at time zone 'Asia/Tokyo')::date - 1, 'test', 'テスト');
                insert into impact.allocation_share (version, stream, fund, parts)
                values (9, 'PROFIT', 'OPERATIONS', 10000), (9, 'GIFT', 'OPERATIONS', 10000);
                """
                        .formatted(order.id().value()));
        assertThat(policy(BusinessDate.of(clock.instant())).version()).isEqualTo(9);
        long promised = Await.value(impact.story(order.id().value())).units();
        assertThat(promised).isPositive();

        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        Await.value(orders.refresh(order));
        paid.hear();

        assertThat(Await.value(impact.story(order.id().value())).state())
                .isEqualTo(ImpactState.FUNDS);
        assertThat(Await.value(impact.story(order.id().value())).units())
                .isGreaterThanOrEqualTo(promised);
    }

    @Test
    void theDatabaseKeepsWhatHasBegun() {
        assertThatThrownBy(
                        () ->
                                asShop(
                                        "update impact.allocation_policy set withdrawn_at ="
                                                + " '1999-01-01', withdrawn_en = 'x', withdrawn_ja"
                                                + " = 'x' where version = 1"))
                .hasMessageContaining("stays as it is");
        assertThatThrownBy(
                        () ->
                                asShop(
                                        "insert into impact.allocation_policy (version,"
                                                + " effective_from, reason_en, reason_ja,"
                                                + " decided_at) values (77, (now() at time zone 'Asia/Tokyo')::date - 1, 'x',"
                                                + " 'x', now())"))
                .hasMessageContaining("begins_on_a_day_to_come");
        assertThatThrownBy(
                        () ->
                                asShop(
                                        "update impact.allocation_share set parts = 1 where"
                                                + " version = 1"))
                .hasMessageContaining("permission denied");
    }

    private void decided(Language language) {
        staff.signer(port, Role.APPROVER).approve("/en/desk/approvals/" + proposed(language));
    }

    private UUID proposed(Language language) {
        Guest finance = finance(language);
        look(finance, language);
        Guest.Answer asked = finance.post(path(language), "act", "do");
        assertThat(finance.follow(asked).page())
                .contains(
                        text("policies.told.proposed", language),
                        text("approvals.waits", language));
        return approval("select id from funds.policy_draft order by drafted_at desc limit 1");
    }

    private Guest.Answer look(Guest finance, Language language) {
        return finance.at(path(language))
                .post(
                        path(language),
                        "from",
                        first.toString(),
                        "profit-FOOD",
                        "7000",
                        "profit-FOSTER_CHILDREN",
                        "2000",
                        "profit-OPERATIONS",
                        "1000",
                        "gift-FOOD",
                        "8500",
                        "gift-OPERATIONS",
                        "1500",
                        "reasonJa",
                        "テスト" + language,
                        "reasonEn",
                        "Test " + language,
                        "act",
                        "look");
    }

    private Guest finance(Language language) {
        return new Guest(port).atDesk("FINANCE").at(path(language));
    }

    private static String path(Language language) {
        return "/" + language.tag() + "/desk/policies";
    }

    private String publicly(Language language) {
        return new Guest(port).get("/" + language.tag() + "/how-we-share").page();
    }

    private AllocationPolicy policy(LocalDate on) {
        return Await.value(impact.policy(on));
    }

    private UUID approval(String subject) {
        return Await.value(
                application
                        .sql("select id from approvals.approval where subject = (" + subject + ")")
                        .mapValue(UUID.class)
                        .one());
    }

    private long asked() {
        return Await.value(
                application
                        .sql("select count(*) from approvals.approval where kind = 'funds.policy'")
                        .mapValue(Long.class)
                        .one());
    }

    private void asShop(String sql) {
        Await.done(application.sql(sql).then());
    }

    private String day(LocalDate day, Language language) {
        return formats.date(day, language);
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
