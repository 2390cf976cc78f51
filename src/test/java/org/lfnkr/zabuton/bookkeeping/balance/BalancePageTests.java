package org.lfnkr.zabuton.bookkeeping.balance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class BalancePageTests extends BalanceTest {

    @LocalServerPort int port;
    @Autowired Messages messages;
    @Autowired Integrity integrity;

    private Guest staff;

    @BeforeEach
    void comeIn() {
        staff = new Guest(port).atDesk("FINANCE");
    }

    private void longAgo() throws Exception {
        owner("update payments.balance_line set seen_at = seen_at - interval '1 hour'");
    }

    /** All other lines are of tests that never told the books of them. */
    private void onlyUnexplained(String line) throws Exception {
        longAgo();
        owner("update payments.balance_line set explained_at = now() where id <> '" + line + "'");
        owner("update payments.balance_stated set stated = listed");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsZeroBeforeTheFirstComparison(Language language) {
        String root = "/" + language.tag() + "/desk";

        assertThat(staff.get(root).page())
                .contains(messages.text("staff.today.check.NOT_COMPARED", language))
                .doesNotContain(unexplained("¥0", language));
        assertThat(staff.get(root + "/balance").page())
                .contains(messages.text("bookkeeping.balance.never", language))
                .doesNotContain(">¥0<");
    }

    private String unexplained(String figure, Language language) {
        return messages.text("staff.today.unexplained", language, figure);
    }

    @ParameterizedTest
    @EnumSource
    void todayTellsTheOneFigureAndThePageItsLines(Language language) throws Exception {
        String line = account().surprise(70);
        read();
        onlyUnexplained(line);
        String root = "/" + language.tag() + "/desk";

        assertThat(staff.get(root).page())
                .contains(unexplained("¥70", language))
                .contains(messages.text("bookkeeping.concern.lines", language));
        assertThat(staff.get(root + "/balance").page())
                .contains(line, "¥70", "−¥70")
                .contains(messages.text("bookkeeping.balance.do.unknown", language))
                .doesNotContain("??");
        assertThat(staff.get(root + "/balance?kind=FEE").page()).doesNotContain(line);

        owner("update payments.balance_line set explained_at = now()");
        assertThat(staff.get(root).page()).contains(unexplained("¥0", language));
        assertThat(staff.get(root + "/balance").page())
                .contains(messages.text("bookkeeping.balance.none", language))
                .doesNotContain(line);
        assertThat(staff.get(root + "/balance?show=all&kind=UNKNOWN").page()).contains(line);
    }

    /** The figure above the list does not count it yet, so the list doesn't call it unexplained. */
    @ParameterizedTest
    @EnumSource
    void aLineThatWasJustReadIsNotYetUnexplained(Language language) throws Exception {
        String line = account().takeFee(330);
        read();
        owner(
                "update payments.balance_line set explained_at = null, seen_at = now() where id = '"
                        + line
                        + "'");
        String list = "/" + language.tag() + "/desk/balance?show=all&kind=FEE";
        String fresh = messages.text("bookkeeping.balance.fresh", language);
        String waiting = messages.text("bookkeeping.balance.do.waiting", language);

        assertThat(staff.get(list).page()).contains(line, fresh).doesNotContain(waiting, "??");
        longAgo();
        assertThat(staff.get(list).page()).contains(line, waiting).doesNotContain(fresh);
    }

    @Test
    void twoThatCancelDoNotHideEachOther() throws Exception {
        String line = account().surprise(70);
        String other = account().surprise(-70);
        read();
        onlyUnexplained(line);
        owner("update payments.balance_line set explained_at = null where id = '" + other + "'");

        assertThat(staff.get("/en/desk").page()).contains(unexplained("¥140", Language.EN));
    }

    @Test
    void anOldComparisonIsNone() throws Exception {
        read();
        owner("update payments.balance_stated set stated_at = stated_at - interval '25 hours'");

        assertThat(staff.get("/en/desk").page()).doesNotContain("unexplained ¥");
        assertThat(staff.get("/en/desk/balance").page())
                .contains(messages.text("bookkeeping.balance.old", Language.EN));
    }

    @Test
    void eachLineLeadsToItsOrderAndItsPayout() {
        Order order = pay();
        StripeNews.hear(application);
        String payout = payOut();
        read();

        String page = staff.get("/en/desk/balance?show=all&kind=CHARGE").page();
        assertThat(page)
                .contains("href=\"/en/desk/orders/" + order.reference() + "\"")
                .contains("href=\"/en/desk/payouts/" + payout + "\"");
        assertThat(staff.get("/en/desk/payouts/" + payout).page())
                .contains("href=\"/en/desk/orders/" + order.reference() + "\"");
    }

    @Test
    void asksForTheOrdersOfAllLinesAtOnce() {
        pay();
        pay();
        StripeNews.hear(application);
        read();

        try (StatementLog log = StatementLog.of(testDatabase)) {
            assertThat(staff.get("/en/desk/balance?show=all&kind=CHARGE").status()).isEqualTo(200);
            assertThat(log.saying("from orders.orders", "from giving.pledge")).hasSize(2);
        }
    }

    /** PostgreSQL refuses such a text, wherever one of an address reaches it: sent as %00. */
    @ParameterizedTest
    @ValueSource(strings = {"balance?after", "payments?after", "payouts?after", "receipts?before"})
    void aZeroInAnAddressIsMisunderstoodAndNoFaultOfOurs(String page) {
        assertThat(staff.get("/en/desk/" + page + "=\u0000").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void payoutsThatCameBackAreSaid(Language language) {
        account().topUp(700);
        String payout = payOut();
        account().fail(payout);
        read();
        String root = "/" + language.tag() + "/desk";

        assertThat(staff.get(root).page())
                .contains(messages.text("bookkeeping.concern.payouts", language));
        assertThat(staff.get(root + "/payouts?show=back").page())
                .contains("/payouts/" + payout)
                .contains(messages.text("bookkeeping.payouts.failed", language));
        assertThat(staff.get(root + "/payouts/" + payout).page())
                .contains(messages.text("bookkeeping.payout.back", language), "account_closed")
                .doesNotContain("??");
        assertThat(staff.get(root + "/payouts/po_nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void financeSaysWhatAnUnknownLineIs(Language language) throws Exception {
        String line = account().surprise(70);
        read();
        onlyUnexplained(line);
        String list = "/" + language.tag() + "/desk/balance";
        String form = list + "/" + line + "/explanations";
        assertThat(staff.get(list).html()).contains("href=\"" + form + "\"");
        assertThat(new Guest(port).atDesk("VIEWER").get(list).html())
                .contains(line)
                .doesNotContain("/explanations");

        Guest.Answer none = staff.at(form).post(form, "reason", "on the <b>page");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.page())
                .contains(messages.text("bookkeeping.explain.kind.missing", language));
        assertThat(none.html()).contains("on the &lt;b&gt;page");

        Guest.Answer said = staff.at(form).post(form, "kind", "FEE", "reason", "on the page");
        assertThat(staff.follow(said).page())
                .contains(messages.text("bookkeeping.explain.told", language))
                .contains(messages.text("bookkeeping.balance.none", language));
        assertThat(staff.get("/" + language.tag() + "/desk").page())
                .contains(unexplained("¥0", language));
        assertThat(staff.get(form).status()).isEqualTo(404);
        assertThat(entryOf("decision:line-" + line))
                .containsExactly("PAYMENT_FEES OPERATIONS 70", "SUSPENSE -70");
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void typedNonsenseIsNoFilter() {
        assertThat(staff.get("/en/desk/balance?show=\0&kind=x&after=🍚").status()).isEqualTo(200);
        assertThat(staff.get("/en/desk/payouts?after=x&show=y").status()).isEqualTo(200);
    }
}
