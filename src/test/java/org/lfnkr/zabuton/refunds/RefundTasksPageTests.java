package org.lfnkr.zabuton.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.BookedRefund;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.payments.offline.Means;
import org.lfnkr.zabuton.payments.offline.OfflinePayments;
import org.lfnkr.zabuton.payments.offline.Receiving;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What refunds ask of staff: which lines, and what is paid back by hand. */
@ModuleTest
@Import({OrderSamples.class, RefundedOrders.class})
class RefundTasksPageTests {

    @Autowired Bookkeeping books;
    @Autowired RefundedOrders samples;
    @Autowired StripeSimulator stripe;
    @Autowired OfflinePayments offline;
    @Autowired Integrity integrity;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @AfterEach
    void booksAgree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** Goods first and the gift last, until somebody says that it was the gift. */
    @ParameterizedTest
    @EnumSource
    void asksWhichLinesARefundOfTheDashboardWasFor(Language language) {
        Order order = samples.paid(language);
        stripe.refund(samples.intent(order), 1_000);
        samples.hear();
        Guest staff = new Guest(port).atDesk();
        String path = tasks(language) + "/" + refund(order);
        assertThat(unsaid(staff, language)).contains(order.reference(), path);
        assertThat(samples.booked(order, "DONATIONS")).isEqualTo(-1_000);

        assertThat(staff.at(path).offered(path).fields().toSingleValueMap())
                .containsEntry("line-0", "800")
                .containsEntry("line-1", "200");
        String told =
                staff.follow(staff.post(path, "line-0", "", "line-1", "", "gift", "１，０００")).page();

        assertThat(told)
                .contains(messages.text("refunds.told.said", language))
                .doesNotContain(path);
        assertThat(samples.booked(order, "DONATIONS")).isZero();
        assertThat(samples.booked(order, "STRIPE_BALANCE")).isPositive();
        assertThat(attributions(order)).isEqualTo(1);
    }

    /** Once for those of the dashboard, and once for those that are paid back by hand. */
    @Test
    void asksForTheOrdersOfAllAtOnce() {
        Stream.generate(() -> samples.paid(Language.EN))
                .limit(3)
                .forEach(order -> stripe.refund(samples.intent(order), 1_000));
        samples.hear();

        try (StatementLog log = StatementLog.of(testDatabase)) {
            assertThat(new Guest(port).atDesk().get(tasks(Language.EN)).status()).isEqualTo(200);
            assertThat(log.saying("from orders.orders")).hasSize(2);
            assertThat(log.saying("from payments.payment where id")).hasSize(1);
        }
    }

    /** What is right is confirmed, and nothing is booked for it; twice is once. */
    @Test
    void confirmsWhatTheBooksHave() {
        Order order = samples.paid(Language.EN);
        stripe.refund(samples.intent(order), 1_000);
        samples.hear();
        Guest staff = new Guest(port).atDesk();
        String path = tasks(Language.EN) + "/" + refund(order);

        staff.at(path).post(path);
        String again = staff.follow(staff.at(path).post(path)).page();

        assertThat(again).contains(messages.text("refunds.told.said-before", Language.EN));
        assertThat(attributions(order)).isZero();
        assertThat(unsaid(staff, Language.EN)).doesNotContain(path);
    }

    @ParameterizedTest
    @CsvSource({"999, refunds.lines.sum", "6401, refunds.lines.many", "x, refunds.sum.unreadable"})
    void takesOnlyWhatAddsUp(String typed, String key) {
        Order order = samples.paid(Language.EN);
        stripe.refund(samples.intent(order), 1_000);
        samples.hear();
        Guest staff = new Guest(port).atDesk();
        String path = tasks(Language.EN) + "/" + refund(order);

        Guest.Answer answer = staff.at(path).post(path, "line-0", typed, "line-1", "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(
                        messages.text(
                                key,
                                Language.EN,
                                key.endsWith("sum") ? "¥999" : "¥1,000",
                                "¥1,000"));
        assertThat(attributions(order)).isZero();
    }

    /** Of a refund that staff made by line nothing is asked. */
    @Test
    void asksNothingOfWhatStaffHaveSaid() {
        Order order = samples.paid(Language.EN);
        Guest staff = new Guest(port).atDesk();
        String path = "/en/desk/orders/" + order.reference() + "/refunds";
        staff.at(path).post(path, "goodwill", "300", "reason", "late");
        staff.post(path, "act", "give");
        samples.hear();

        assertThat(samples.refunds(order)).containsExactly(300L);
        assertThat(unsaid(staff, Language.EN)).doesNotContain(order.reference());
    }

    /** What went back is asked of as long as something is left; then it was of everything. */
    @Test
    void asksNoMoreOnceAllWentBack() {
        Order order = samples.paid(Language.EN);
        Guest staff = new Guest(port).atDesk();
        stripe.refund(samples.intent(order), 1_000);
        samples.hear();
        assertThat(unsaid(staff, Language.EN)).contains(order.reference());

        stripe.refund(samples.intent(order), order.total().yen() - 1_000);
        samples.hear();

        assertThat(unsaid(staff, Language.EN)).doesNotContain(order.reference());
    }

    /** However many there are, each is on one page, and no page is longer than others. */
    @Test
    void goesOnBehindTheLast() {
        Set<String> orders = new HashSet<>();
        for (int some = 0; some <= Slice.SIZE; some++) {
            Order order = samples.paid(Language.EN);
            stripe.refund(samples.intent(order), 1_000);
            orders.add(order.reference());
        }
        samples.hear();

        List<BookedRefund> all = new ArrayList<>();
        UUID after = new UUID(0, 0);
        boolean more = true;
        while (more) {
            Slice<BookedRefund> page = Await.value(books.unsaid(after));
            all.addAll(page.items());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(Slice.SIZE);
            more = page.more();
            after = page.last().id().value();
        }

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(Slice.SIZE);
        assertThat(unsaid(new Guest(port).atDesk(), Language.EN)).contains(orders);
    }

    @ParameterizedTest
    @EnumSource
    void notesWhatIsPaidBackByHand(Language language) {
        Order order = byBank();
        Guest staff = new Guest(port).atDesk();
        String path = "/" + language.tag() + "/desk/orders/" + order.reference() + "/refunds";
        assertThat(staff.at(path).post(path, "goodwill", "300", "reason", "late").page())
                .contains(messages.text("refunds.means.by-hand", language));
        staff.post(path, "act", "give");
        samples.hear();
        assertThat(samples.booked(order, "BANK")).isEqualTo(order.total().yen());
        String hand = tasks(language) + "/" + refund(order) + "/hand";
        assertThat(staff.get(tasks(language)).html()).contains(hand);

        assertThat(staff.at(hand).post(hand, "on", "2999-01-01").status()).isEqualTo(422);
        String reference = "line-" + order.reference();
        for (int click = 0; click < 2; click++) {
            Guest.Answer noted =
                    staff.postUnasked(
                            hand, "means", "bank", "on", "2026-11-20", "reference", reference);
            assertThat(noted.status()).isEqualTo(303);
        }
        samples.hear();

        assertThat(samples.booked(order, "BANK")).isEqualTo(order.total().yen() - 300);
        assertThat(samples.booked(order, "GOODWILL")).isEqualTo(300);
        assertThat(samples.now(order).refunded().yen()).isEqualTo(300);
        assertThat(staff.get(tasks(language)).html()).doesNotContain(hand);
        assertThat(staff.get(hand).status()).isEqualTo(404);
    }

    private Order byBank() {
        Order order = samples.placed();
        Slip slip =
                new Slip(
                        Means.BANK,
                        LocalDate.of(2026, 11, 20),
                        UUID.randomUUID().toString(),
                        "staff");
        assertThat(Await.value(offline.receive(order.id().purpose(), order.total(), slip)))
                .isInstanceOf(Receiving.Settled.class);
        samples.hear();
        return samples.now(order);
    }

    private String refund(Order order) {
        return Await.value(
                        database.sql("select id from payments.refund where payment = :payment")
                                .bind("payment", order.payment().value())
                                .mapValue(UUID.class)
                                .one())
                .toString();
    }

    /** Entries by which something was put right. */
    private long attributions(Order order) {
        return Await.value(
                database.sql(
                                """
                                select count(*) from bookkeeping.movement
                                where payment = :payment and kind = 'ATTRIBUTION'
                                """)
                        .bind("payment", order.payment().value())
                        .mapValue(Long.class)
                        .one());
    }

    /** From the first part of the list to the last, as its links lead: other tests leave some. */
    private static String unsaid(Guest staff, Language language) {
        Pattern next = Pattern.compile("href=\"(" + tasks(language) + "\\?unsaid=[^\"]+)\"");
        StringBuilder all = new StringBuilder();
        String path = tasks(language);
        while (!path.isEmpty()) {
            String page = staff.get(path).html();
            all.append(page);
            Matcher link = next.matcher(page);
            path = link.find() ? link.group(1) : "";
        }
        return all.toString();
    }

    private static String tasks(Language language) {
        return "/" + language.tag() + "/desk/refunds";
    }
}
